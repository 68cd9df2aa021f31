import type { components } from "../api/schema";

type Chart = components["schemas"]["Chart"];

export interface Point {
  period: string;
  value: number | null;
  lower: number | null;
  mean: number | null;
  upper: number | null;
  signal: { kind: string; rule: string } | null;
}

/** The numbers behind a control chart, one row a period, the newest first. */
export function pointsOf(chart: Chart): Point[] {
  const flags = new Map(chart.flags.map((flag) => [flag.period, flag]));
  let phase = -1;
  return chart.periods
    .map((period, at) => {
      while (phase + 1 < chart.phases.length && (chart.phases[phase + 1]?.from ?? "") <= period) phase++;
      const limits = chart.phases[phase];
      const flag = flags.get(period);
      return {
        period,
        value: chart.values[at] ?? null,
        lower: limits?.lower ?? null,
        mean: limits?.mean ?? null,
        upper: limits?.upper ?? null,
        signal: flag ? { kind: flag.kind ?? "neutral", rule: flag.rule ?? "" } : null,
      };
    })
    .reverse();
}
