import { describe, expect, it } from "vitest";
import { pointsOf } from "./course";

describe("the numbers of a chart", () => {
  it("have the limits of their phase, the newest first", () => {
    const points = pointsOf({
      periods: ["2026-01-01", "2026-02-01", "2026-03-01"],
      values: [5, null, 9],
      raw: null,
      excluded: [],
      phases: [
        { from: "2026-01-01", mean: 5, lower: 4, upper: 6 },
        { from: "2026-03-01", mean: 9, lower: null, upper: null },
      ],
      flags: [{ period: "2026-03-01", kind: "improvement", rule: "outside" }],
      changes: [],
      planned: null,
      baseline: null,
      target: null,
    });
    expect(points.map((each) => each.period)).toEqual(["2026-03-01", "2026-02-01", "2026-01-01"]);
    expect(points[0]).toMatchObject({ value: 9, mean: 9, lower: null, signal: { kind: "improvement", rule: "outside" } });
    expect(points[1]).toMatchObject({ value: null, mean: 5, upper: 6, signal: null });
  });
});
