const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const nodesText = {
  title: "Nodes",
  lead: (living: number, working: number) =>
    `${count(living, "server lives", "servers live")} on this database and ${living === 1 ? "works" : "work"} at ${count(working, "task", "tasks")}.`,
  unowned: (n: number) => `${count(n, "part", "parts")} of the runs ${n === 1 ? "is" : "are"} decided by nobody yet.`,
  silent: (names: string) => `${names} ${names.includes(",") ? "have" : "has"} not been heard of.`,
  versions: (list: string) => `They are of different versions: ${list}.`,
  none: "No server lives on this database.",
  columns: { node: "Server", state: "State", parts: "Decides for", working: "Tasks", started: "Started", lease: "Lease until", worker: "Its tasks count until", version: "Version" },
  here: "this server",
  number: (number: string) => `start ${number}`,
  parts: (n: number) => `${n} of 64 parts`,
  states: { living: "living", draining: "stopping", silent: "silent", dead: "dead" } as Record<string, string>,
  explained: {
    draining: "Its parts go to others; its tasks end.",
    silent: "Its lease is over; others take its parts.",
    dead: "It decides nothing more; its tasks may still run.",
  } as Record<string, string>,
  partsTitle: "Which server decides for which part of the runs",
  part: (part: number, node: string | undefined) => `part ${part}: ${node ?? "nobody"}`,
  disk: { title: "Disk of this server", free: "Free", kept: "Kept free", room: "There is room: tasks begin.", short: (why: string) => `No task begins: ${why}.` },
  held: {
    title: "Held after a restore",
    say: (when: string) => `This server is a copy that was restored ${when}. No schedule starts a run and no task is sent to a worker, so that two copies do not do the same work.`,
    ask: "Let it go on",
    sure: "Is the server that this is a copy of stopped for good? If both go on, work is done twice.",
    confirm: "Yes, let this copy go on",
  },
  cluster: "Cluster",
};
