/** The words of the value map. */
export const chainText = {
  title: "Value map",
  whole: "The whole map",
  portfolio: "All outcomes, a line each",
  around: "Around the outcome",
  everything: "all outcomes",
  drawing: "What leads to what, drawn; it scrolls where there is less room",
  findings: "What is to be looked at",
  lists: "As lists",
  kinds: { lever: "Levers", output: "Outputs", outcome: "Outcomes", benefit: "Benefits", objective: "Objectives" } as Record<string, string>,
  leadsTo: "leads to",
  notMeasured: "not measured",
  verdicts: { fail: "open", warn: "to bear in mind" } as Record<string, string>,
  empty: "There is nothing to draw yet. Levers, outputs of services, outcomes and benefits are written in files of a project:",
} as const;
