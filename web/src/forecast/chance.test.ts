import { expect, it } from "vitest";
import { keyOf, type Line, percentOf, toneOf } from "./chance";

const line: Line = {
  about: { run: null, project: "close", workflow: "nightly", businessDate: "2026-11-30", due: "2026-11-30T22:00:00Z", timezone: "UTC" },
  deadline: "figures-out",
  task: "load",
  by: "2026-12-01T05:30:00Z",
  state: "open",
  chance: 0.9,
  finish: { p10: null, p50: null, p90: null },
  enoughHistory: true,
  knowledge: "history of 40 runs",
  cause: "",
};

it("says a chance in whole percent, and never that what is nearly sure is sure", () => {
  expect([0, 0.001, 0.124, 0.999, 1].map(percentOf)).toEqual(["0 %", "under 1 %", "12 %", "over 99 %", "100 %"]);
});

it("is worried by what is missed or more likely missed than kept", () => {
  expect(toneOf(line)).toBe("good");
  expect(toneOf({ ...line, chance: 0.7 })).toBe("doubt");
  expect(toneOf({ ...line, chance: 0.3 })).toBe("bad");
  expect(toneOf({ ...line, state: "missed", chance: 0 })).toBe("bad");
  expect(toneOf({ ...line, state: "kept", chance: 1 })).toBe("good");
  expect(toneOf({ ...line, chance: 0.3, enoughHistory: false })).toBe("unknown");
});

it("tells a run to come from one that lives", () => {
  expect(keyOf(line)).toBe("nightly@2026-11-30T22:00:00Z/figures-out");
  expect(keyOf({ ...line, about: { ...line.about, run: "01k9" } })).toBe("01k9/figures-out");
});
