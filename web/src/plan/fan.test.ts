import { describe, expect, it } from "vitest";
import { fanOf, rangeOf, ticksOf } from "./fan";

const points = [
  { period: "2026-01-01", p10: 0, p50: 5, p90: 10 },
  { period: "2026-02-01", p10: 2, p50: 4, p90: 6 },
];

describe("a fan", () => {
  it("goes along the upper edge and back along the lower one", () => {
    const fan = fanOf(points, 10, { width: 100, height: 100 }, [0, 10]);
    expect(fan.band).toBe("M0 0L100 40L100 80L0 100Z");
    expect(fan.middle).toBe("M0 50L100 60");
    expect(fan.target).toBe(0);
    expect(fan.dates.map((each) => each.at)).toEqual([0, 100]);
  });

  it("has room for the target", () => {
    const [low, high] = rangeOf(points, 20);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(20);
  });

  it("has round ticks, also where nothing varies", () => {
    expect(ticksOf(0, 10)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(ticksOf(93.1, 95.2)).toEqual([93.5, 94, 94.5, 95]);
    const flat = [{ period: "2026-01-01", p10: 3, p50: 3, p90: 3 }];
    expect(fanOf(flat, null, { width: 10, height: 10 }).ticks.length).toBeGreaterThan(1);
  });
});
