/** A step from a document to what is in it: a key, or one of a list. */
export const ITEM = Symbol("item");
export type Step = string | typeof ITEM;

/** Where a cursor stands in YAML: in which kind of document, under which keys, and what is half typed there. */
export interface Whereabouts {
  kind: string | undefined;
  path: Step[];
  /** A key is wanted, or the value of the last step. In a list it may be either. */
  wants: "key" | "value";
  typed: string;
  /** Where the half typed word begins. */
  from: number;
  /** The keys that are there already. */
  present: string[];
}

interface Head {
  /** Of each dash that begins an item on this line. */
  dashes: number[];
  /** Where what follows indentation and dashes begins. */
  column: number;
  rest: string;
  key: string | undefined;
}

const KEY = /^("[^"]*"|'[^']*'|[^\s:#{}[\],"'][^:#{}[\],]*?)\s*:(?=\s|$)/;
const WORD = /^[\w.-]*$/;

/** Read line by line, so that a text that is half written can be read too; undefined where nothing can be proposed. */
export function whereaboutsOf(text: string, offset: number): Whereabouts | undefined {
  const lines = text.split("\n");
  const at = text.slice(0, offset).split("\n").length - 1;
  const begin = lines.slice(0, at + 1).findLastIndex((line) => line.startsWith("---")) + 1;
  const next = lines.findIndex((line, index) => index > at && line.startsWith("---"));
  const document = lines.slice(begin, next < 0 ? undefined : next);
  const line = at - begin;
  if (line < 0) return undefined;
  const lineStart = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
  const before = (lines[at] ?? "").slice(0, offset - lineStart);
  if (/(^|\s)#/.test(before)) return undefined;
  const head = headOf(before);
  const place = inLine(head.rest);
  if (place === undefined) return undefined;
  const path = [...above(document, line, head), ...place.steps];
  const present = place.flow ? place.present : place.wants === "key" ? siblings(document, line, head.column) : [];
  return { kind: kindOf(document), path, wants: place.wants, typed: place.typed, from: offset - place.typed.length, present };
}

function headOf(line: string): Head {
  const dashes: number[] = [];
  let column = line.length - line.trimStart().length;
  for (let dash = /^-(\s+|$)/.exec(line.slice(column)); dash !== null; dash = /^-(\s+|$)/.exec(line.slice(column))) {
    dashes.push(column);
    column += dash[0].length;
  }
  const rest = line.slice(column);
  const key = KEY.exec(rest)?.[1];
  return { dashes, column, rest, key: key === undefined ? undefined : bare(key) };
}

function bare(key: string): string {
  return key.replace(/^["']|["']$/g, "");
}

interface InLine {
  steps: Step[];
  wants: "key" | "value";
  typed: string;
  flow: boolean;
  present: string[];
}

/** What is wanted at the end of what a line holds, after its indentation and dashes. */
function inLine(rest: string): InLine | undefined {
  const flow = inFlow(rest);
  if (flow !== "none") return flow;
  if (WORD.test(rest)) return { steps: [], wants: "key", typed: rest, flow: false, present: [] };
  const key = KEY.exec(rest);
  const value = key === null ? undefined : rest.slice(key[0].length);
  if (key === null || value === undefined || !/^\s+[\w.-]*$/.test(value)) return undefined;
  return { steps: [bare(key[1] ?? "")], wants: "value", typed: value.trimStart(), flow: false, present: [] };
}

/** The same within `{…}` and `[…]` that are not closed yet. */
function inFlow(rest: string): InLine | undefined | "none" {
  const open: { bracket: string; step: Step | undefined; keys: string[]; start: number }[] = [];
  let quote = "";
  for (let at = 0; at < rest.length; at++) {
    const letter = rest.charAt(at);
    const inner = open.at(-1);
    if (quote) {
      if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") {
      quote = letter;
    } else if (letter === "{" || letter === "[") {
      const key = KEY.exec(rest.slice(inner?.start ?? 0).trimStart())?.[1];
      const step = inner?.bracket === "[" ? ITEM : key === undefined ? undefined : bare(key);
      open.push({ bracket: letter, step, keys: [], start: at + 1 });
    } else if (letter === "}" || letter === "]") {
      open.pop();
    } else if (letter === "," && inner !== undefined) {
      const key = KEY.exec(rest.slice(inner.start, at).trimStart())?.[1];
      if (key !== undefined) inner.keys.push(bare(key));
      inner.start = at + 1;
    }
  }
  const inner = open.at(-1);
  if (inner === undefined) return "none";
  if (quote) return undefined;
  const steps = open.flatMap(({ step }): Step[] => (step === undefined ? [] : [step]));
  const last = rest.slice(inner.start).trimStart();
  if (inner.bracket === "[") return WORD.test(last) ? { steps: [...steps, ITEM], wants: "value", typed: last, flow: true, present: [] } : undefined;
  const within = inLine(last);
  return within && { ...within, steps: [...steps, ...within.steps], flow: true, present: within.wants === "key" ? inner.keys : [] };
}

/** The keys and items that a line stands in, outermost first. */
function above(document: string[], line: number, head: Head): Step[] {
  const steps: Step[] = [];
  let limit = head.column;
  // The items of a list may stand as far left as its key.
  let level = false;
  const into = (dashes: number[]) => {
    for (const dash of dashes.toReversed()) {
      steps.push(ITEM);
      limit = dash;
      level = true;
    }
  };
  into(head.dashes);
  for (let at = line - 1; at >= 0 && (limit > 0 || level); at--) {
    const each = headOf(document[at] ?? "");
    if (!each.rest || each.rest.startsWith("#")) continue;
    const isParent = each.key !== undefined && (each.column < limit || (level && each.column === limit && each.dashes.length === 0));
    if (isParent) {
      steps.push(each.key ?? "");
      limit = each.column;
      level = false;
      into(each.dashes);
    } else if (!level && each.dashes.length > 0 && each.column === limit) {
      into(each.dashes);
    }
  }
  return steps.reverse();
}

/** The other keys of the mapping that a line is in. */
function siblings(document: string[], line: number, column: number): string[] {
  const keys: string[] = [];
  const look = (from: number, step: number) => {
    for (let at = from; at >= 0 && at < document.length; at += step) {
      const each = headOf(document[at] ?? "");
      if (!each.rest || each.rest.startsWith("#")) continue;
      const begins = each.dashes.length > 0;
      if (each.column < column || (step > 0 && begins && (each.dashes[0] ?? 0) < column)) return;
      if (each.column === column && each.key !== undefined) keys.push(each.key);
      if (begins && each.column === column) return;
    }
  };
  if (headOf(document[line] ?? "").dashes.length === 0) look(line - 1, -1);
  look(line + 1, 1);
  return keys;
}

function kindOf(document: string[]): string | undefined {
  return document.map((line) => /^kind:\s*([\w-]+)/.exec(line)?.[1]).find((kind) => kind !== undefined);
}
