import { expect, test } from "vitest";
import { busiest, daysOf, type Due, placeOf, startsOf, windowOf } from "./calendar";

const due = (at: string, more: Partial<Due> = {}): Due => ({
  what: "starts", workflow: "w", project: "p", schedule: "s", timing: "0 2 * * *", due: at, local: at, timezone: "UTC", last: at, count: 1,
  everySeconds: null, businessDate: "2026-11-30", typical: null, expectedEnd: null, notes: [], ...more,
});

test("a moment is on the day of the viewer's zone", () => {
  expect(placeOf("2026-11-30T23:30:00Z", "Europe/Berlin")).toEqual({ date: "2026-12-01", hour: 0 });
  expect(placeOf("2026-11-30T23:30:00Z", "UTC")).toEqual({ date: "2026-11-30", hour: 23 });
});

test("starts are counted by hour, and what does not start is listed and not counted", () => {
  const days = daysOf([due("2026-12-01T02:00:00Z"), due("2026-11-30T02:10:00Z"), due("2026-11-30T02:00:00Z"), due("2026-11-30T03:00:00Z", { what: "skipped" })], "UTC");
  expect(days.map((each) => each.date)).toEqual(["2026-11-30", "2026-12-01"]);
  expect(days[0]?.hours[2]).toBe(2);
  expect(days[0]?.hours[3]).toBe(0);
  expect(days[0]?.items).toHaveLength(3);
  expect(busiest(days)).toEqual({ date: "2026-11-30", hour: 2, starts: 2 });
});

test("many starts of one line are spread over their hours", () => {
  const many = due("2026-11-30T00:00:00Z", { last: "2026-11-30T23:00:00Z", count: 24, everySeconds: 3600 });
  const days = daysOf([many], "UTC");
  expect(days[0]?.hours).toEqual(Array.from({ length: 24 }, () => 1));
  expect(startsOf([many, due("2026-11-30T02:00:00Z", { what: "unknown" })])).toBe(24);
  expect(busiest(days)).toBeUndefined();
});

test("the window begins at a whole five minutes", () => {
  expect(windowOf(1, new Date("2026-11-30T00:13:59Z"))).toEqual({ from: "2026-11-30T00:10:00.000Z", to: "2026-12-01T00:10:00.000Z" });
});
