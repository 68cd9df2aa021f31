import { runText } from "../text/run";

/** Something that may be done to a run or a task as it stands: the server says which. */
export interface Way {
  verb: string;
  extent: string | null;
}

/** A verb with the scope of a rerun, as a key for words: `rerun from-here`. */
export function keyOf(way: Way): string {
  return way.extent === null ? way.verb : `${way.verb} ${way.extent}`;
}

export function nameOf(way: Way): string {
  return runText.verbs[keyOf(way)]?.name ?? keyOf(way);
}

/** What it does, in a sentence, for who is about to do it. */
export function saysOf(way: Way): string {
  return runText.verbs[keyOf(way)]?.says ?? "";
}

/** What lets a run go on stands in sight; the others are in the menu. */
const FIRST = ["release", "rerun failed", "rerun this", "run-now", "bypass", "force-success", "skip", "hold", "cancel"];
const IN_SIGHT = 3;

/** The verbs in sight and those of the menu; none for who may only look. */
export function offered(ways: readonly Way[], role: string | undefined): { first: Way[]; more: Way[] } {
  if (role === undefined || role === "viewer") return { first: [], more: [] };
  const rank = (way: Way) => FIRST.indexOf(keyOf(way));
  const ranked = ways.filter((way) => rank(way) >= 0).sort((one, other) => rank(one) - rank(other));
  const first = ranked.slice(0, IN_SIGHT);
  return { first, more: ways.filter((way) => !first.includes(way)) };
}

/** Whether it ends or overrides work, so that it looks like it. */
export function isGrave(way: Way): boolean {
  return ["cancel", "kill", "force-success", "force-failure", "skip", "bypass"].includes(way.verb);
}
