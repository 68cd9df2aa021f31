export interface Spot {
  x: number;
  y: number;
  r: number;
}

const LEAST = 4;
const MOST = 14;

/** Where the fifths of the chances lie in a square: as far right as the chance, as high as the share; its area tells how many. */
export function spotsOf(fifths: { count: number; chance: number | null; reached: number | null }[], side: number): Spot[] {
  const most = Math.max(1, ...fifths.map((each) => each.count));
  return fifths.flatMap(({ count, chance, reached }) =>
    chance === null || reached === null
      ? []
      : [{ x: chance * side, y: side - reached * side, r: Math.max(LEAST, MOST * Math.sqrt(count / most)) }],
  );
}
