export interface Place {
  title: string;
  path: string;
  kind: string;
}

const MOST = 50;

/** The places whose title holds all words typed; those where one begins the title, or a word of it, come first. */
export function bestOf(places: Place[], typed: string): Place[] {
  const asked = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return places.slice(0, MOST);
  return places
    .map((place) => ({ place, rank: rankOf(place.title.toLowerCase(), asked) }))
    .filter((each) => each.rank > 0)
    .sort((one, other) => other.rank - one.rank || one.place.title.length - other.place.title.length)
    .slice(0, MOST)
    .map((each) => each.place);
}

function rankOf(title: string, asked: string[]): number {
  let rank = 0;
  for (const word of asked) {
    const at = title.indexOf(word);
    if (at < 0) return 0;
    if (at === 0) rank += 3;
    else if (/[^a-z0-9]/.test(title.charAt(at - 1))) rank += 2;
    else rank += 1;
  }
  return rank;
}
