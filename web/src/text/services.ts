import { words } from "./words";

/** The pages of services and their levels. */
export const servicesText = {
  title: words.pages.services,
  atRisk: "What is at risk now",
  columns: { service: "Service", promise: "Promise", kept: "Kept", range: "95 % range", target: "Target", left: "Breaches left", burn: "Burn", stands: "Stands" },
  judgements: { kept: "kept", broken: "broken too often", unknown: "nothing due yet", "no-target": "no target" } as Record<string, string>,
  of: (met: number, due: number) => `${met} of ${due}`,
  owner: (name: string) => `Answers for it: ${name}.`,
  project: (name: string) => `Project ${name}.`,
  serves: "Serves",
  by: { deadline: "Kept by the deadline", measure: "Kept by the measure" },
  atLeast: (amount: string) => `at least ${amount}`,
  figures: { kept: "kept", target: "target", used: (allowed: string) => `breaches, of ${allowed} allowed`, left: "breaches left", burn: "times as fast as allowed" },
  lateness: "How late, from date to date",
  limits: (mean: string, low: string, high: string) => `Mean ${mean}, process limits ${low} to ${high} minutes.`,
  measureChart: "The chart of the measure is on its own page.",
  dates: (count: number) => `Date by date (${count})`,
  datesColumns: { date: "Date", stands: "Stands", due: "Due", done: "Done", late: "Minutes late", value: "Value", signal: "Signal" },
  standings: { met: "met", breached: "breached", "not-yet": "not yet", "not-due": "not due" } as Record<string, string>,
  noOutputs: "It promises nothing yet: outputs are written in its file.",
  all: "All services",
  empty: "A service says what it delivers, what it promises of that, and which deadline or measure shows whether the promise was kept. In a file of a project:",
} as const;

export const serviceExample = `kind: service
name: repairs
outputs:
  - name: visit-lists
    promise: Contractors have their visit lists by 06:30
    deadline: WORKFLOW/DEADLINE
    target: 98%
    window: quarter`;
