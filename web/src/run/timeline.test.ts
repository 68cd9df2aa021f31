import { describe, expect, it } from "vitest";
import { barsOf, extentOf, isSlow, partOf, rowsOf, secondsOf, ticksOf, type Tried, windowOf } from "./timeline";

const start = Date.parse("2026-11-30T06:00:00Z");
const iso = (seconds: number) => new Date(start + seconds * 1_000).toISOString();
const tried = (from: number, to: number | undefined, state = "succeeded", attempt = 1): Tried => ({
  attempt,
  state,
  started: iso(from),
  ...(to === undefined ? {} : { ended: iso(to) }),
});

describe("the timeline of a run", () => {
  const load = { name: "load", state: "running", attempts: [tried(5, 7, "failed"), tried(10, undefined, "running", 2)] };
  const now = start + 20_000;

  it("shows each attempt as a bar, and what runs up to now", () => {
    expect(barsOf(load, now).map((bar) => [bar.attempt, (bar.to - bar.from) / 1_000])).toEqual([
      [1, 2],
      [2, 10],
    ]);
  });

  it("puts rows in the order in which tasks began, those that have not at the end", () => {
    const rows = rowsOf([{ name: "later", state: "waiting" }, load, { name: "fetch", state: "succeeded", attempts: [tried(0, 5)] }], now);
    expect(rows.map((row) => row.name)).toEqual(["fetch", "load", "later"]);
  });

  it("draws very many attempts as one, and those that failed by themselves", () => {
    const many = Array.from({ length: 100 }, (_, item) => ({ ...tried(item, item + 1, item === 40 ? "failed" : "succeeded"), item }));
    const bars = barsOf({ name: "each", state: "failed", attempts: many }, now);
    expect(bars).toHaveLength(2);
    expect(bars[0]).toMatchObject({ from: start, to: start + 100_000, several: true, attempt: 100 });
  });

  it("reaches from the first beginning to the last end, and is never nothing", () => {
    const rows = rowsOf([load], now);
    expect(extentOf(rows, { started: iso(0), ended: null }, now)).toEqual({ from: start, to: now });
    expect(extentOf([], { started: iso(0), ended: iso(0) }, now)).toEqual({ from: start, to: start + 1_000 });
    expect(extentOf([], { started: null, ended: null }, now)).toEqual({ from: now, to: now + 1_000 });
    expect(partOf(start + 5_000, { from: start, to: start + 20_000 })).toBe(0.25);
    expect(partOf(start - 5_000, { from: start, to: start + 20_000 })).toBe(0);
  });

  it("has round ticks, however long it is", () => {
    const seconds = (length: number) => ticksOf({ from: start, to: start + length * 1_000 }, 6).map((tick) => tick.seconds);
    expect(seconds(20)).toEqual([0, 5, 10, 15, 20]);
    expect(seconds(3_600)).toEqual([0, 600, 1_200, 1_800, 2_400, 3_000, 3_600]);
    for (const length of [1, 7, 100, 5_000, 90_000, 40 * 86_400]) expect(seconds(length).length).toBeLessThanOrEqual(7);
  });

  it("draws only the rows in sight", () => {
    expect(windowOf(0, 240, 24, 2_000, 5)).toEqual({ first: 0, end: 15 });
    expect(windowOf(24_000, 240, 24, 2_000, 5)).toEqual({ first: 995, end: 1_015 });
    expect(windowOf(99_000, 240, 24, 20, 5)).toEqual({ first: 19, end: 20 });
    expect(windowOf(0, 240, 24, 0)).toEqual({ first: 0, end: 0 });
  });

  it("tells what is slower than usual from what varies", () => {
    expect(secondsOf(load, now)).toBe(15);
    expect(isSlow(15, 5)).toBe(true);
    expect(isSlow(15, 12)).toBe(false);
    expect(isSlow(0.4, 0.1)).toBe(false);
    expect(isSlow(15, undefined)).toBe(false);
  });
});
