import type { components } from "../api/schema";
import { momentOf } from "../parts/time";
import { workflowText as text } from "../text/workflow";

export type Summary = components["schemas"]["WorkflowSummary"];
type Last = NonNullable<Summary["lastRuns"]>[number];

/** When it starts next and how it went, in words. */
export function sentenceOf(workflow: Pick<Summary, "schedules" | "live" | "lastRuns">, now: Date = new Date()): string {
  return [next(workflow.schedules, now), live(workflow.live), went(workflow.lastRuns)].filter(Boolean).join(" ");
}

function next(schedules: Summary["schedules"], now: Date): string {
  if (schedules.length === 0) return text.noSchedule;
  if (schedules.some((each) => each.held)) return text.held;
  const first = schedules
    .filter((each) => each.next && !each.paused)
    .sort((one, other) => String(one.next).localeCompare(String(other.next)))[0];
  if (first?.next) return text.next(momentOf(first.next, now), first.name);
  const problem = schedules.find((each) => each.problem)?.problem;
  return problem ? text.unknown(problem) : text.pausedAll;
}

function live({ running, waiting }: Summary["live"]): string {
  return [running > 0 ? text.running(running) : "", waiting > 0 ? text.waiting(waiting) : ""].filter(Boolean).join(" ");
}

function went(runs: Last[]): string {
  const ended = runs.filter((each) => each.state !== "running" && each.state !== "waiting");
  const newest = ended[0];
  if (newest === undefined) return runs.length === 0 ? text.never : "";
  const bad = ended.filter((each) => each.state !== "succeeded").length;
  const typical = median(ended.filter((each) => each.state === "succeeded").map(secondsOf));
  const length = typical === undefined ? "." : text.usually(typical, ended.length);
  if (bad === 0) return text.allWell(ended.length) + length;
  const end = text.ends[newest.state] ?? newest.state;
  return ended.length === 1 ? `${text.oneBad(end)}.` : `${text.mixed(ended.length, bad, end)}.`;
}

function secondsOf(run: Last): number {
  if (!run.started || !run.ended) return 0;
  return Math.max(0, (new Date(run.ended).getTime() - new Date(run.started).getTime()) / 1_000);
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: number[]): number | undefined {
  if (values.length === 0) return undefined;
  const inOrder = [...values].sort((one, other) => one - other);
  const middle = Math.floor(inOrder.length / 2);
  const upper = inOrder[middle] ?? 0;
  return inOrder.length % 2 === 1 ? upper : ((inOrder[middle - 1] ?? upper) + upper) / 2;
}
