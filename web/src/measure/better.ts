import type { components } from "../api/schema";
import { amountOf } from "../outcome/amount";
import { measureText as text } from "../text/measure";

/** Which way is good, in words. */
export function betterOf(better: components["schemas"]["Better"]): string {
  if (typeof better === "string") return text.better[better] ?? better;
  return text.within(amountOf(better.within[0]), amountOf(better.within[1]));
}
