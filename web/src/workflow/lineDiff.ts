/** A line of a difference: of both, only of the older, or only of the newer text; or how many alike were left out. */
export interface Line {
  kind: "same" | "gone" | "new" | "left";
  text: string;
  /** Number in the newer text, or in the older one for a line that is gone. */
  number: number;
}

const MOST_CELLS = 4_000_000;
const AROUND = 3;

/** The shortest difference of two texts, line by line; long stretches that are alike are left out. */
export function lineDiff(before: string, after: string): Line[] {
  const old = linesOf(before);
  const young = linesOf(after);
  let head = 0;
  while (head < old.length && head < young.length && old[head] === young[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < young.length - head && old[old.length - 1 - tail] === young[young.length - 1 - tail]) tail++;
  const out: Line[] = young.slice(0, head).map((text, at) => ({ kind: "same", text, number: at + 1 }));
  out.push(...middle(old.slice(head, old.length - tail), young.slice(head, young.length - tail), head));
  young.slice(young.length - tail).forEach((text, at) => out.push({ kind: "same", text, number: young.length - tail + at + 1 }));
  return shortened(out);
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** By the longest common subsequence; of two large texts all of one and then all of the other. */
function middle(old: string[], young: string[], head: number): Line[] {
  const gone = (at: number): Line => ({ kind: "gone", text: old[at] ?? "", number: head + at + 1 });
  const fresh = (at: number): Line => ({ kind: "new", text: young[at] ?? "", number: head + at + 1 });
  if (old.length * young.length > MOST_CELLS) return [...old.map((_, at) => gone(at)), ...young.map((_, at) => fresh(at))];
  const wide = young.length + 1;
  const common = new Uint32Array((old.length + 1) * wide);
  const at = (row: number, column: number) => common[row * wide + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = young.length - 1; column >= 0; column--) {
      common[row * wide + column] =
        old[row] === young[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const out: Line[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < young.length) {
    if (row < old.length && column < young.length && old[row] === young[column]) {
      out.push({ kind: "same", text: young[column] ?? "", number: head + column + 1 });
      row++;
      column++;
    } else if (row < old.length && (column === young.length || at(row + 1, column) >= at(row, column + 1))) {
      out.push(gone(row++));
    } else {
      out.push(fresh(column++));
    }
  }
  return out;
}

function shortened(lines: Line[]): Line[] {
  const near = (at: number) => lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => line.kind !== "same");
  const out: Line[] = [];
  let left = 0;
  lines.forEach((line, at) => {
    if (near(at)) {
      if (left > 0) out.push({ kind: "left", text: String(left), number: 0 });
      left = 0;
      out.push(line);
    } else left++;
  });
  if (left > 0) out.push({ kind: "left", text: String(left), number: 0 });
  return out;
}
