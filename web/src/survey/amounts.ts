import { amountOf } from "../outcome/amount";

/** A result as people read it: shares and choices are of all answers, in percent. */
export function resultOf(what: string, value: number): string {
  return isShare(what) ? `${Math.round(value * 100)}\u00a0%` : amountOf(value);
}

/** The bounds of a result, in the unit of the result; none are worked out of a median. */
export function rangeOf(what: string, lower: number, upper: number): string {
  if (what === "median") return "";
  return isShare(what) ? `${Math.round(lower * 100)} to ${Math.round(upper * 100)}\u00a0%` : `${amountOf(lower)} to ${amountOf(upper)}`;
}

/** Anything but a mean, a median or a score is a share: of those who agree, or of a choice. */
function isShare(what: string): boolean {
  return !["mean", "net-score", "score", "median"].includes(what);
}
