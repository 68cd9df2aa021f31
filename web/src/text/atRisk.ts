import { words } from "./words";

/** The page At risk. */
export const atRiskText = {
  title: words.pages.atRisk,
  services: "How promises are kept",
  outcome: "Endangers the outcome",
  everyOutcome: "any outcome",
  none: "Nothing that is late or in doubt endangers this outcome.",
  standings: { predicted: "in doubt", late: "late", "done-late": "done late" } as Record<string, string>,
  range: (currency: string, low: string, high: string) => `${currency} ${low} to ${high}`,
  counted: "likely, counted by chance",
  noFigure: "no figure",
  why: "why it is late",
  service: "the service",
  theOutcome: "the outcome",
  endangered: "Endangered at this moment",
  how: "How this is counted",
  howSays: [
    "A run that may miss a deadline endangers the outputs whose promise that deadline keeps, and the outcomes that these serve. A deadline that is kept with a chance of 90 % or more is not listed.",
    "What is at stake is what an hour of lateness was said to cost, times the hours: those at the likely end, which is as likely too early as too late, and those at the late end, which one in ten exceeds.",
    "The large figure is for the mean lateness: the area under the chance of not being done yet, from the deadline on. So what may still be in time counts by its chance, and what comes after the late end does not count.",
    "Different currencies are never added. Without a figure of the service's own there is no money here.",
  ],
  empty: "What is late can be told here by what it endangers, when a service says which deadline keeps its promise, which outcome that serves, and what an hour of lateness costs. In a file of a project:",
  emptyThen: "The figure is yours: it is printed with its file wherever it is used. Then put it in force:",
} as const;

export const example = `kind: service
name: repairs
outputs:
  - name: visit-lists
    promise: Contractors have their visit lists by 06:30
    deadline: WORKFLOW/DEADLINE
    serves:
      - outcome: OUTCOME
        because: contractors plan their day from it
        perHourLate: {currency: GBP, low: 100, likely: 250, high: 600}`;

/** Of the page Now: "2 promises to the business are at risk". */
export function countOf(promises: number): string {
  return promises === 1 ? "1 promise to the business is at risk" : `${promises} promises to the business are at risk`;
}
