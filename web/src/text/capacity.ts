import { momentOf } from "../parts/time";

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const capacityText = {
  title: "Capacity",
  none: "No project has a pool, a lock or a policy. A pool limits how much runs at once on something that is scarce:",
  example: "kind: pool\nname: ledger-db\nsize: 2\n---\n# and in a task:\n#   pools: {ledger-db: 1}",
  free: "Nothing waits for a pool, a lock or a policy.",
  byPolicy: (n: number) => `${count(n, "task waits", "tasks wait")} for a policy.`,
  full: (name: string, used: number, size: number, holders: string, since: Date | string, waiting: number, now: Date) =>
    `${name} is full: ${used} of ${size} ${used === 1 ? "is" : "are"} held by ${holders} since ${momentOf(since, now)}${waiting > 0 ? `; ${count(waiting, "task waits", "tasks wait")}` : ""}.`,
  locked: (name: string, alone: boolean, holders: string, since: Date | string, waiting: number, now: Date) =>
    `Lock ${name} is ${alone ? "held alone" : "shared"} by ${holders} since ${momentOf(since, now)}${waiting > 0 ? `; ${count(waiting, "task waits", "tasks wait")}` : ""}.`,
  closed: (name: string, until: string | undefined) => `Policy ${name} lets nothing of its work start${until ? ` until ${until}` : ""}.`,
  limited: (name: string, working: number, allow: number, until: string | undefined) =>
    `Policy ${name} is full: ${working} of ${allow} run${until ? `, until ${until}` : ""}.`,
  others: (first: string, more: number) => `${first} and ${count(more, "other", "others")}`,
  more: "Not all runs were looked at: there are too many. Who waits is told of the oldest.",
  waiting: { title: "Who waits for whom", columns: { task: "Task", what: "For", why: "Why", holders: "Held by" }, policy: "a policy", items: (n: number) => `(and ${count(n, "other item", "other items")} of it)` },
  pools: {
    title: "Pools",
    columns: { name: "Pool", use: "In use", holders: "Held by", waits: "Wait" },
    of: (used: number, size: number) => `${used} of ${size}`,
    free: "free",
    amount: (n: number) => (n === 1 ? "" : `× ${n}`),
    since: (when: string) => `since ${when}`,
  },
  locks: { title: "Locks", columns: { name: "Lock", state: "State", holders: "Held by", waits: "Wait" }, free: "free", alone: "held alone", shared: "shared" },
  policies: {
    title: "Policies",
    columns: { name: "Policy", allows: "Lets run at once", now: "Now", until: "Until", use: "In use" },
    nothing: "nothing",
    inForce: "in force",
    open: "not in force",
    always: "always",
  },
};
