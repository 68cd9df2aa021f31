import type { components } from "../api/schema";

export type Line = components["schemas"]["Portfolio"]["items"][number];

export interface Chosen {
  find: string;
  project: string;
  step: string;
  waits: boolean;
}

/** A line is shown when all that was chosen is true of it. `passed` stands for no open step. */
export function fits(line: Pick<Line, "name" | "title" | "sentence" | "owner" | "project" | "step" | "overdue">, chosen: Chosen): boolean {
  if (chosen.project && line.project !== chosen.project) return false;
  if (chosen.step && (line.step ?? "passed") !== chosen.step) return false;
  if (chosen.waits && line.overdue.length === 0) return false;
  const text = `${line.name} ${line.title} ${line.sentence} ${line.owner}`.toLowerCase();
  return chosen.find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
