import { words } from "./words";

/** The page Now. */
export const nowText = {
  title: words.pages.now,
  held: "This server is a restored copy and starts nothing. When you have looked at it, and the original is off: outturn resume",
  failedTitle: "Failed, and not made good",
  waitingTitle: "Waiting, and why",
  runningTitle: "Running",
  comingTitle: "Next",
  dayTitle: "The day",
  daySays: (hours: number) => `Runs of the last ${hours} hours and the starts of the next; a hollow bar is what is expected.`,
  late: "late",
  by: "by",
  since: "since",
  for: "for",
  expected: "expected end",
  columns: { workflow: "Workflow", businessDate: "Business date", why: "Why", began: "Began", took: "Took", deadline: "Deadline", starts: "Starts", ends: "Expected end" },
  nothingRuns: "Nothing runs at this moment.",
  nothingComes: "Nothing is to start in the next twelve hours.",
  emptyServer: "Nothing has run here yet. Put a project in force, and start one of its workflows:",
};

export interface Counts {
  failed: number;
  late: number;
  waiting: number;
  running: number;
}

/** The answer to the page's one question: is tonight's work all right? */
export function standing(counts: Counts): string {
  const parts: string[] = [];
  if (counts.failed > 0) parts.push(`${many(counts.failed, "run")} failed and ${counts.failed === 1 ? "was" : "were"} not made good`);
  if (counts.late > 0) parts.push(`${many(counts.late, "run")} ${counts.late === 1 ? "is" : "are"} past ${counts.late === 1 ? "its" : "their"} deadline`);
  if (counts.waiting > 0) parts.push(`${many(counts.waiting, "run")} ${counts.waiting === 1 ? "waits" : "wait"} for something`);
  const runs = counts.running === 0 ? "nothing runs" : `${many(counts.running, "run")} ${counts.running === 1 ? "is" : "are"} at work`;
  if (parts.length === 0) return `All is well: ${runs}, nothing failed, nothing is late.`;
  return `${capital(listed(parts))}; ${runs}.`;
}

function many(count: number, name: string): string {
  return `${count === 1 ? "one" : count.toLocaleString("en-GB")} ${name}${count === 1 ? "" : "s"}`;
}

function listed(parts: string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
