import type { components } from "../api/schema";

export type Item = components["schemas"]["AtRiskItem"];

export interface Named {
  name: string;
  title: string;
}

/** The outcomes that are endangered, each once. */
export function outcomesOf(items: Item[]): Named[] {
  const titles = new Map<string, string>();
  for (const { about } of items) {
    if (about.outcome) titles.set(about.outcome, about.outcomeTitle ?? about.outcome);
  }
  return [...titles].map(([name, title]) => ({ name, title })).sort((one, other) => one.title.localeCompare(other.title));
}

/** How many promises they are: one that serves several outcomes is one. */
export function promisesOf(items: Item[]): number {
  return new Set(items.map(({ work, about }) => [work.workflow, work.run ?? "", work.businessDate, work.deadline, about.service, about.output].join(" "))).size;
}

/** An amount of money: whole from ten on. */
export function moneyOf(amount: number): string {
  return amount.toLocaleString("en-GB", { maximumFractionDigits: Math.abs(amount) < 10 ? 2 : 0 });
}
