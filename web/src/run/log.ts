export interface Line {
  task: string;
  item: number | null;
  attempt: number;
  at: string;
  stream: string;
  text: string;
}

/** More lines than that are not kept in the page; the oldest go. */
export const MOST_LINES = 50_000;

// CSI sequences (colours, cursor), OSC sequences (titles, links) and single escapes.
const ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** A line as it reads: without escapes of terminals, and of what was written over itself only the last. */
export function plain(text: string): string {
  const written = text.replace(ANSI, "");
  const last = written.slice(written.lastIndexOf("\r") + 1);
  return (last === "" ? written : last).replace(CONTROL, "");
}

/** The lines of before with those that came, as many as are kept. */
export function withMore(before: readonly Line[], more: readonly Line[], most = MOST_LINES): Line[] {
  const all = [...before, ...more.map((line) => ({ ...line, text: plain(line.text) }))];
  return all.length > most ? all.slice(all.length - most) : all;
}

/** The places of the lines that hold what is sought, in any case of letters. */
export function foundIn(lines: readonly Line[], sought: string): number[] {
  const wanted = sought.trim().toLowerCase();
  if (wanted === "") return [];
  return lines.flatMap((line, at) => (line.text.toLowerCase().includes(wanted) ? [at] : []));
}

/** The next place after one, or the first again; backwards the one before, or the last. */
export function nextOf(found: readonly number[], current: number, step: 1 | -1): number | undefined {
  if (step === 1) return found.find((place) => place > current) ?? found[0];
  return found.findLast((place) => place < current) ?? found[found.length - 1];
}

/** The text cut where the sought stands in it: every second part is a find. */
export function cut(text: string, sought: string): string[] {
  const wanted = sought.trim().toLowerCase();
  if (wanted === "") return [text];
  const parts: string[] = [];
  const low = text.toLowerCase();
  let from = 0;
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), text.slice(at, at + wanted.length));
    from = at + wanted.length;
  }
  return [...parts, text.slice(from)];
}
