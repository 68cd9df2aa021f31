/** The mark of a state: each has a shape of its own. */
export const marks: Record<string, string> = {
  waiting: "○",
  ready: "◔",
  running: "●",
  succeeded: "✓",
  failed: "✗",
  lost: "?",
  skipped: "–",
  cancelled: "⊘",
};
