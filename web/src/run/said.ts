import { lengthOf } from "../parts/time";
import { runText as text } from "../text/run";

export interface Told {
  state: string;
  created: string;
  started: string | null;
  ended: string | null;
  cancelledBy: string | null;
  warnings: number;
  sentence: string;
  tasks: { name: string; state: string; tolerated?: boolean; section?: string; attempts?: { failure?: string }[] }[];
}

const MOST_NAMES = 3;
const LONGEST_FAILURE = 160;

/** What a person asks first of a run: what became of it and why, or what it waits for. */
export function sentenceOf(run: Told): string {
  const took = lengthOf(secondsOf(run, new Date()));
  const failed = failedOf(run);
  switch (run.state) {
    case "succeeded":
      return text.succeeded(run.tasks.length, took) + (run.warnings > 0 ? text.warned(run.warnings) : "");
    case "failed":
      return text.failed(took, failed.names || text.nothingFailed, failed.why);
    case "cancelled":
      return text.cancelled(run.cancelledBy, took);
    default:
      return failed.names ? text.failedSoFar(run.sentence, failed.names, failed.why) : run.sentence;
  }
}

/** What failed, but for what was tolerated, and why the first of it did. */
function failedOf(run: Told): { names: string; why: string } {
  const failed = run.tasks.filter((task) => task.state === "failed" && !task.tolerated);
  const names = failed.slice(0, MOST_NAMES).map((task) => task.name);
  return {
    names: names.length === 0 ? "" : text.failedNames(names, failed.length - names.length),
    why: short(failed[0]?.attempts?.findLast((tried) => tried.failure)?.failure ?? ""),
  };
}

export function secondsOf(run: { started: string | null; ended: string | null; created: string }, now: Date): number {
  const from = new Date(run.started ?? run.created).getTime();
  const to = run.ended ? new Date(run.ended).getTime() : now.getTime();
  return Math.max(0, (to - from) / 1_000);
}

function short(failure: string): string {
  const line = failure.trim().replace(/\.$/, "");
  return line.length > LONGEST_FAILURE ? `${line.slice(0, LONGEST_FAILURE)}…` : line;
}

/** Who or what started a run, in words; of a called run the run that called it. */
export function starterOf(by: { user?: string; schedule?: string; trigger?: string; parent?: { run?: string; task?: string } }): {
  words: string;
  run?: string;
} {
  if (by.user !== undefined) return { words: text.user(by.user) };
  if (by.schedule !== undefined) return { words: text.schedule(by.schedule) };
  if (by.trigger !== undefined) return { words: text.trigger(by.trigger) };
  const parent = by.parent ?? {};
  return { words: text.parentOf(parent.task ?? ""), ...(parent.run === undefined ? {} : { run: parent.run }) };
}
