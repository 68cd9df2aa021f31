import type { components } from "../api/schema";

export type Level = components["schemas"]["ServiceLevel"];
export type Output = components["schemas"]["ServiceLevels"]["outputs"][number];

const HUNDRED = 100;

/** `98.5 %` of 0..1. */
export function shareOf(share: number): string {
  return percentOf(HUNDRED * share);
}

/** `98.5 %` of 0..100. */
export function percentOf(amount: number): string {
  return `${numberOf(amount)} %`;
}

export function numberOf(amount: number): string {
  return amount.toLocaleString("en-GB", { maximumFractionDigits: Math.abs(amount) < 10 ? 2 : 1 }).replace("-", "\u2212");
}

/** Dates, the latest first, with what the control chart says of them. */
export function datesOf(output: Output): (Output["occasions"][number] & { signal: string | undefined })[] {
  const signals = new Map(output.lateness?.flags.map((flag) => [flag.date, flag.kind]));
  return output.occasions.map((each) => ({ ...each, signal: signals.get(each.date) })).toReversed();
}
