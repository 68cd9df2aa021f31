import type { components } from "../api/schema";
import { lengthOf } from "../parts/time";
import { aheadText } from "../text/ahead";

export type WhatIf = components["schemas"]["WhatIf"];

const text = aheadText.whatIf;

/** What would be different, in sentences. */
export function sentencesOf(answer: WhatIf): string[] {
  const of = (change: string) => answer.differences.filter((each) => each.change === change).reduce((sum, each) => sum + each.line.count, 0);
  const parts: string[] = [];
  if (of("gone") > 0) parts.push(text.gone(of("gone")));
  if (of("added") > 0) parts.push(text.added(of("added")));
  if (of("changed") > 0) parts.push(text.changed(of("changed")));
  const later = answer.delays.map(laterBy).filter((seconds) => seconds !== undefined && seconds > 0) as number[];
  const earlier = answer.delays.map(laterBy).filter((seconds) => seconds !== undefined && seconds < 0);
  const never = answer.delays.filter((each) => each.endsNow !== null && each.endsThen === null);
  if (later.length > 0) parts.push(text.later(later.length, lengthOf(Math.max(...later))));
  if (earlier.length > 0) parts.push(text.earlier(earlier.length));
  if (never.length > 0) parts.push(text.never(never.length));
  const said = parts.length === 0 && answer.shorter.length === 0 ? [text.same] : parts.length === 0 ? [] : [`${parts.join("; ")}.`];
  for (const each of answer.shorter) {
    const saved = each.savedSeconds < 0.05 ? "no" : lengthOf(each.savedSeconds);
    said.push(text.shorter(each.workflow, each.without.join(", "), saved));
  }
  if (answer.withoutHistory.length > 0) said.push(text.noHistory(answer.withoutHistory.join(", ")));
  if (answer.leftOut > 0) said.push(text.leftOut(answer.leftOut));
  return said;
}

function laterBy(delay: WhatIf["delays"][number]): number | undefined {
  if (!delay.endsNow || !delay.endsThen) return undefined;
  return (new Date(delay.endsThen).getTime() - new Date(delay.endsNow).getTime()) / 1_000;
}
