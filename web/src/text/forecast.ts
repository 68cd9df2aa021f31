import { lengthOf } from "../parts/time";
import { words } from "./words";

/** The page Deadlines, and what the page of a run says of its deadlines. */
export const forecastText = {
  title: words.pages.deadlines,
  lead: (open: number, doubtful: number, first?: string) =>
    open === 0
      ? "Nothing is promised in the next 24 hours that is not done."
      : `${open === 1 ? "1 deadline is" : `${open} deadlines are`} open in the next 24 hours, ${doubtful === 0 ? "none known to be more likely missed than kept" : `${doubtful} of them more likely missed than kept`}.${first ? ` The first is due at ${first}.` : ""}`,
  workflow: "Workflow",
  any: "any workflow",
  doubtful: "only those in doubt (under 80 %)",
  columns: { by: "Due", what: "Promise", chance: "Chance", end: "Expected", late: "9 in 10 by", why: "What it hangs on" },
  states: { open: "open", kept: "kept", missed: "missed" } as Record<string, string>,
  unknown: "not known",
  toCome: "to come",
  never: "never",
  left: (more: number) => `${more} more: choose a workflow.`,
  empty: "A workflow promises something with deadlines; what is due in the next 24 hours is forecast here.",
  example: `deadlines:
  - {name: figures-out, task: load, by: "06:30", warnBelow: 80%}`,
  none: "No deadline is like that.",
  whatIf: {
    title: "What if",
    say: "The same draws are made with and without what is supposed, so that what differs is what was supposed.",
    fields: {
      longer: { label: "A task takes longer", hint: "month-end/load=30m or month-end/load=x1.5" },
      pool: { label: "A pool has another size", hint: "ledger-db=1" },
      down: { label: "A pool is down until", hint: "ledger-db@2026-12-01T06:00:00Z" },
      without: { label: "A workflow is not started", hint: "archive" },
      holiday: { label: "A day is a holiday", hint: "2026-12-24, or 2026-12-24@CALENDAR for one calendar" },
    },
    ask: "Compare",
    clear: "Clear",
    same: (count: number) => (count === 1 ? "1 deadline would not change." : `${count} deadlines would not change.`),
    columns: { by: "Due", what: "Promise", now: "Chance now", then: "Then", endNow: "Expected now", endThen: "Then", why: "What it would hang on" },
    notStarted: "not started",
  },
  run: {
    title: "Deadlines",
    absent: {
      "not-yet": "Nothing is foreseen of it yet; a forecast comes within a minute as a rule.",
      held: "Nothing is foreseen: this server is a restored copy, and held.",
    } as Record<string, string>,
    path: "What is likely to decide it",
    pathColumns: { task: "Task", critical: "On the path", slack: "Slack", end: "Ends" },
    before: "What was predicted before",
    beforeColumns: { made: "At", chance: "Chance", end: "Expected" },
    warned: "People were warned",
    occasions: { predicted: "in doubt", unusual: "unusually long", early: "unusually soon" } as Record<string, string>,
    why: "Why it came so",
    /** What became of a deadline, and how long after it the last of it was over, in seconds; less than nothing before it. */
    became: (state: string, after: number | null, isBegun: boolean) => {
      if (after === null) return `${state} before it began`;
      const length = lengthOf(Math.abs(after) < 60 ? Math.abs(after) : Math.abs(Math.round(after / 60)) * 60);
      if (state === "missed") return `missed, ${length} late`;
      const apart = `${length} ${after > 0 ? "after" : "before"} the deadline`;
      return state === "cancelled" && isBegun ? `cancelled; what was done of it ended ${apart}` : `${state}, ${apart}`;
    },
    partColumns: { minutes: "Minutes", what: "What" },
    all: "in all",
  },
} as const;
