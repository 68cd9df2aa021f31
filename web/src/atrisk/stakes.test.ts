import { describe, expect, it } from "vitest";
import { type Item, moneyOf, outcomesOf, promisesOf } from "./stakes";

function item(output: string, outcome: string | null): Item {
  return {
    text: "",
    standing: "late",
    work: { project: "p", workflow: "w", run: "1", businessDate: "2026-03-02", deadline: "d" },
    foreseen: { due: "2026-03-02T06:30:00Z", chance: 0, likelyEnd: null, lateEnd: null, cause: "" },
    about: { service: "s", serviceTitle: "S", output, promise: "", outcome, outcomeTitle: outcome && `The ${outcome}` },
    hours: { likely: null, late: null, expected: 1, soFar: 1 },
    atStake: null,
  };
}

describe("what is at risk", () => {
  it("names each outcome once", () => {
    expect(outcomesOf([item("a", "visits"), item("b", "visits"), item("c", null), item("d", "repairs")])).toEqual([
      { name: "repairs", title: "The repairs" },
      { name: "visits", title: "The visits" },
    ]);
  });

  it("counts a promise that serves two outcomes once", () => {
    expect(promisesOf([item("a", "visits"), item("a", "repairs"), item("b", "visits")])).toBe(2);
  });

  it("writes small amounts with their pence", () => {
    expect([moneyOf(1234.4), moneyOf(66.7), moneyOf(2.5)]).toEqual(["1,234", "67", "2.5"]);
  });
});
