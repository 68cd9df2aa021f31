/** The words of the page on forecasts and what came. */
export const honestyText = {
  title: "Honesty",
  says: "Every forecast that somebody accepted, held against what came. Where chances are honest, of the forecasts that were given 70 % seven in ten come true.",
  empty: "Whoever accepts a forecast does it on the plan of an outcome, or with",
  emptyThen: "What came of it is shown here when its day has come.",
  score: { brier: "Brier score: 0 is perfect, 0.25 what one in two always gets", skill: "Skill: 1 is perfect, 0 as good as always giving the same", count: "Forecasts that came due" },
  reliability: "How often what was given so much came true",
  reliabilitySays: "Each circle is a fifth of the chances, as large as it has forecasts. On the line, chances are honest; below it they were too high.",
  chartSays: "Share that was reached by the chance that was given",
  given: "Chance given",
  came: "Reached",
  columns: ["Chances", "Forecasts", "Mean chance", "Reached"],
  noneDue: "None has come due yet.",
  all: "All accepted forecasts",
  listColumns: ["Accepted", "Outcome", "Target", "Chance", "Came"],
  states: { reached: "reached", missed: "missed", open: "not known yet", moved: "the target is another by now" } as Record<string, string>,
  range: (from: string, to: string) => `${from} to ${to}`,
} as const;
