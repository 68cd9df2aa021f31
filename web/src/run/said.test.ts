import { describe, expect, it } from "vitest";
import { sentenceOf, starterOf, type Told } from "./said";

const run = (state: string, more: Partial<Told> = {}): Told => ({
  state,
  created: "2026-11-30T06:00:00Z",
  started: "2026-11-30T06:00:00Z",
  ended: "2026-11-30T06:01:05Z",
  cancelledBy: null,
  warnings: 0,
  sentence: "Load waits for pool ledger-db.",
  tasks: [],
  ...more,
});

describe("the sentence of a run", () => {
  it("says of an end how it came and after how long", () => {
    expect(sentenceOf(run("succeeded", { tasks: [{ name: "a", state: "succeeded" }] }))).toBe("It succeeded: 1 task in 1 min 5 s.");
    expect(sentenceOf(run("succeeded", { warnings: 2 }))).toContain("2 tasks failed and were tolerated");
    expect(sentenceOf(run("cancelled", { cancelledBy: "ada" }))).toBe("It was cancelled by ada after 1 min 5 s.");
  });

  it("names what failed and why, but not what was tolerated", () => {
    const tasks = [
      { name: "warn", state: "failed", tolerated: true },
      { name: "load", state: "failed", attempts: [{ failure: "exit code 3" }, { failure: "exit code 4." }] },
      ...["b", "c", "d"].map((name) => ({ name, state: "failed" })),
    ];
    expect(sentenceOf(run("failed", { tasks }))).toBe("It failed after 1 min 5 s: load, b, c and 1 more failed (exit code 4).");
  });

  it("is the server's while the run goes on", () => {
    expect(sentenceOf(run("running", { ended: null }))).toBe("Load waits for pool ledger-db.");
    const tasks = [{ name: "fetch", state: "failed", attempts: [{ failure: "exit code 3" }] }];
    expect(sentenceOf(run("running", { tasks }))).toBe("Load waits for pool ledger-db. Meanwhile fetch failed (exit code 3).");
  });
});

it("says who started a run", () => {
  expect(starterOf({ user: "ada" })).toEqual({ words: "ada" });
  expect(starterOf({ schedule: "nightly" }).words).toBe("schedule nightly");
  expect(starterOf({ parent: { run: "0x", task: "call" } })).toEqual({ words: "task call of another run", run: "0x" });
});
