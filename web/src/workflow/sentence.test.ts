import { expect, test } from "vitest";
import { median, sentenceOf, type Summary } from "./sentence";

const now = new Date("2026-11-30T00:10:00Z");
const monthly: Summary["schedules"][number] = {
  name: "monthly", cron: "0 6 1 * *", timing: "0 6 1 * *", timezone: "UTC", next: "2026-12-01T06:00:00Z", problem: null, held: false, paused: null,
};
const run = (state: string, minutes: number) =>
  ({ id: "x", state, started: "2026-11-29T10:00:00Z", ended: new Date(Date.UTC(2026, 10, 29, 10, minutes)).toISOString() }) as Summary["lastRuns"][number];

test("a workflow that goes well says when it starts next and how long it takes", () => {
  const said = sentenceOf({ schedules: [monthly], live: { waiting: 0, running: 0 }, lastRuns: [run("succeeded", 2), run("succeeded", 4)] }, now);
  expect(said).toMatch(/^Next start Tue \d\d:00 \(schedule monthly\)\. The last 2 runs succeeded, in 3 min at the median\.$/);
});

test("failures are counted, and how the newest one ended is said", () => {
  const said = sentenceOf({ schedules: [], live: { waiting: 2, running: 1 }, lastRuns: [run("failed", 2), run("succeeded", 4)] }, now);
  expect(said).toBe("No schedule starts it. One run is under way. 2 runs wait for their turn. Of the last 2 runs 1 did not succeed; the newest failed.");
});

test("paused, held and unknown are told apart", () => {
  const rest = { live: { waiting: 0, running: 0 }, lastRuns: [] };
  expect(sentenceOf({ schedules: [{ ...monthly, next: null, paused: { by: "ann", why: "" } }], ...rest }, now)).toBe("Its schedules are paused. It has not run yet.");
  expect(sentenceOf({ schedules: [{ ...monthly, held: true }], ...rest }, now)).toContain("restored copy");
  expect(sentenceOf({ schedules: [{ ...monthly, next: null, problem: "calendar uk does not know 2031" }], ...rest }, now)).toContain("calendar uk does not know 2031.");
});

test("the median is the middle", () => {
  expect(median([])).toBeUndefined();
  expect(median([3, 1, 2])).toBe(2);
  expect(median([1, 2])).toBe(1.5);
});
