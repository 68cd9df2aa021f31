import type { components } from "../api/schema";

export type Line = components["schemas"]["ForecastLine"];

/** "0 %" and "100 %" are facts; what is nearly so says "under 1 %". */
export function percentOf(chance: number): string {
  if (chance > 0 && chance < 0.005) return "under 1 %";
  if (chance < 1 && chance > 0.995) return "over 99 %";
  return `${Math.round(chance * 100)} %`;
}

/** How a chance looks: as the failed, as what is of concern, or as all else. */
export function toneOf(line: Line): "bad" | "doubt" | "good" | "unknown" {
  if (isGuess(line)) return "unknown";
  if (line.state === "missed" || (line.state === "open" && line.chance < 0.5)) return "bad";
  if (line.state === "open" && line.chance < 0.8) return "doubt";
  return "good";
}

/** Who is meant, unique on a page. */
export const keyOf = (line: { about: Line["about"]; deadline: string }) =>
  `${line.about.run ?? `${line.about.workflow}@${line.about.due}`}/${line.deadline}`;

/** Without enough history a chance is a guess, and is not told. */
export const isGuess = (line: Line) => line.state === "open" && !line.enoughHistory;

export const isOpen = (line: Line) => line.state === "open";
