import { describe, expect, it } from "vitest";
import { readGiven } from "./given";

describe("values that are typed", () => {
  it("are read with commas, semicolons, tabs or blanks", () => {
    expect(readGiven("2026-10-01,78.4\n\n2026-11-01; 80\n2026-12-01\t-1.5\n2027-01-01 2")).toEqual({
      given: [
        { period: "2026-10-01", value: 78.4 },
        { period: "2026-11-01", value: 80 },
        { period: "2026-12-01", value: -1.5 },
        { period: "2027-01-01", value: 2 },
      ],
    });
  });

  it("are refused with their line when they cannot be read", () => {
    expect(readGiven("2026-10-01,78.4\nOctober,3")).toEqual({ line: 2, said: "October,3" });
    expect(readGiven("2026-10-01")).toEqual({ line: 1, said: "2026-10-01" });
    expect(readGiven("2026-10-01,1,2")).toEqual({ line: 1, said: "2026-10-01,1,2" });
  });
});
