import { describe, expect, it } from "vitest";
import { datesOf, numberOf, type Output, shareOf } from "./levels";

describe("levels", () => {
  it("are read as percent", () => {
    expect([shareOf(0.985), shareOf(1), numberOf(-1.25)]).toEqual(["98.5 %", "100 %", "\u22121.25"]);
  });

  it("go from the latest date back, with signals", () => {
    const occasion = (date: string) => ({ date, standing: "met" as const, due: null, end: null, value: 1 });
    const output = {
      occasions: [occasion("2026-03-01"), occasion("2026-03-02")],
      lateness: { mean: 1, lower: 0, upper: 2, flags: [{ date: "2026-03-01", kind: "concern", rule: "outside" }], warnings: [] },
    } as unknown as Output;
    expect(datesOf(output).map((each) => [each.date, each.signal])).toEqual([
      ["2026-03-02", undefined],
      ["2026-03-01", "concern"],
    ]);
  });
});
