import { describe, expect, it } from "vitest";
import { dayOf, type PastRun } from "./day";

const now = new Date("2026-11-29T12:00:00Z");
const run = (workflow: string, state: string, started: string, ended: string | null, deadline: string | null = null): PastRun => ({
  id: workflow + started,
  workflow,
  title: null,
  state,
  started,
  ended,
  deadline,
});

describe("the day", () => {
  it("puts now in the middle, and bars where their times are", () => {
    const day = dayOf([run("a", "succeeded", "2026-11-29T06:00:00Z", "2026-11-29T12:00:00Z")], [], now, 10);
    expect(day.now).toBe(0.5);
    expect(day.rows[0]?.bars[0]).toMatchObject({ from: 0.25, to: 0.5 });
  });

  it("draws what still runs until now", () => {
    const day = dayOf([run("a", "running", "2026-11-29T09:00:00Z", null)], [], now, 10);
    expect(day.rows[0]?.bars[0]).toMatchObject({ from: 0.375, to: 0.5, state: "running" });
  });

  it("leaves out what ended before the day began, and cuts what began before", () => {
    const day = dayOf(
      [run("gone", "succeeded", "2026-11-28T01:00:00Z", "2026-11-28T02:00:00Z"), run("cut", "succeeded", "2026-11-28T20:00:00Z", "2026-11-29T06:00:00Z")],
      [],
      now,
      10,
    );
    expect(day.rows.map((row) => row.workflow)).toEqual(["cut"]);
    expect(day.rows[0]?.bars[0]?.from).toBe(0);
  });

  it("puts trouble first, and says how many rows found no room", () => {
    const at = "2026-11-29T10:00:00Z";
    const end = "2026-11-29T11:00:00Z";
    const day = dayOf([run("a", "succeeded", at, end), run("b", "running", at, null), run("c", "failed", at, end)], [], now, 2);
    expect(day.rows.map((row) => row.workflow)).toEqual(["c", "b"]);
    expect(day.more).toBe(1);
  });

  it("shows a start to come as long as it is expected to take", () => {
    const day = dayOf([], [{ workflow: "a", title: null, due: "2026-11-29T18:00:00Z", expectedEnd: "2026-11-29T21:00:00Z" }], now, 10);
    expect(day.rows[0]?.bars[0]).toMatchObject({ from: 0.75, to: 0.875, state: "expected", run: null });
  });

  it("marks a deadline of the day", () => {
    const day = dayOf([run("a", "running", "2026-11-29T10:00:00Z", null, "2026-11-29T18:00:00Z")], [], now, 10);
    expect(day.rows[0]?.deadlines).toEqual([0.75]);
  });
});
