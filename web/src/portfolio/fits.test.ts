import { describe, expect, it } from "vitest";
import { type Chosen, fits } from "./fits";

const line = {
  name: "patients-come",
  title: "Patients come",
  sentence: "Patients miss fewer appointments.",
  owner: "medical-director",
  project: "clinic",
  step: "describe" as const,
  overdue: ["a shift is not explained"],
};
const all: Chosen = { find: "", project: "", step: "", waits: false };

describe("lines of the portfolio", () => {
  it("are found by any words of theirs", () => {
    expect(fits(line, { ...all, find: "fewer Director" })).toBe(true);
    expect(fits(line, { ...all, find: "fewer bridges" })).toBe(false);
  });

  it("are chosen by project, open step and what waits", () => {
    expect(fits(line, { ...all, project: "other" })).toBe(false);
    expect(fits(line, { ...all, step: "track" })).toBe(false);
    expect(fits({ ...line, step: null }, { ...all, step: "passed" })).toBe(true);
    expect(fits(line, { ...all, waits: true })).toBe(true);
    expect(fits({ ...line, overdue: [] }, { ...all, waits: true })).toBe(false);
  });
});
