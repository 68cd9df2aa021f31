import { lengthOf } from "../parts/time";

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const aheadText = {
  title: "Ahead",
  spans: { "1": "1 day", "3": "3 days", "7": "7 days", "31": "31 days" } as Record<string, string>,
  span: "Time to come",
  workflow: "Workflow",
  every: "all workflows",
  project: "Project",
  everyProject: "all projects",
  left: "Also what is left out",
  held: (when: string) => `The server is a copy that was restored ${when} and is held: none of this starts until an administrator resumes it.`,
  lead: (starts: number, span: string, first: string | undefined, workflow: string | undefined) =>
    starts === 0
      ? `Nothing starts within ${span}.`
      : `${count(starts, "run starts", "runs start")} within ${span}${first ? `; the first is ${workflow} at ${first}` : ""}.`,
  busiest: (hour: string, starts: number) => `The busiest hour is ${hour}, with ${count(starts, "start", "starts")}.`,
  skipped: (n: number) => `${count(n, "due time is", "due times are")} left out by calendars or the clock.`,
  unknown: (n: number) => `Of ${count(n, "schedule", "schedules")} it is not known, since a calendar ends.`,
  more: "There is more than is shown; choose a shorter time or one workflow.",
  hours: "Starts by day and hour, in your time zone",
  starts: "Starts",
  day: "Day",
  cell: (day: string, hour: string, n: number) => `${day}, ${hour}: ${count(n, "start", "starts")}`,
  columns: { due: "Start", workflow: "Workflow", date: "Business date", end: "Expected end", notes: "Notes" },
  many: (n: number, last: string, every: string) => `${n} starts until ${last}${every ? `, every ${every}` : ""}`,
  everyText: (seconds: number) => lengthOf(seconds),
  noHistory: "no run yet tells how long",
  what: { starts: "", skipped: "left out", unknown: "not known from here" } as Record<string, string>,
  policies: "Policies",
  policy: (name: string, allow: number, inForce: boolean, until: string | undefined) =>
    `${name} ${allow === 0 ? "lets nothing of its work start" : `lets ${count(allow, "task", "tasks")} run at once`}${
      inForce ? (until ? ` until ${until}` : " at all times") : until ? ` from ${until} on` : ", but no window of it is to come"
    }.`,
  whatIf: {
    title: "What if?",
    say: "Suppose something were otherwise. Nothing is changed by asking.",
    holiday: "These days were holidays",
    holidayHint: "2026-12-24, or 2026-12-24@CALENDAR for one calendar",
    without: "These workflows or tasks were left out",
    withoutHint: "repairs-daily, month-end/report",
    pool: "Pools had another size",
    poolHint: "ledger-db=1",
    ask: "Compare",
    clear: "Clear",
    same: "Nothing would be different.",
    gone: (n: number) => `${count(n, "start", "starts")} would be gone`,
    added: (n: number) => `${count(n, "start", "starts")} would be added`,
    changed: (n: number) => `${count(n, "start", "starts")} would be different`,
    later: (n: number, most: string) => `${count(n, "run", "runs")} would end later, by up to ${most}`,
    earlier: (n: number) => `${count(n, "run", "runs")} would end earlier`,
    never: (n: number) => `${count(n, "run", "runs")} would not end`,
    shorter: (workflow: string, without: string, saved: string) => `${workflow} without ${without} would be ${saved} shorter at the median.`,
    noHistory: (names: string) => `No run tells how long these take, so they are not in the estimate: ${names}.`,
    leftOut: (n: number) => `${n} more differences are not shown.`,
    changes: { gone: "gone", added: "added", changed: "changed" } as Record<string, string>,
    columns: { change: "Change", due: "Start", workflow: "Workflow", why: "Why" },
    delays: { title: "Ends", due: "Start", workflow: "Workflow", now: "Would end now", then: "Would end then", waits: "Longest wait", why: "Why" },
    noEnd: "not at all",
  },
};
