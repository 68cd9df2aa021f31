import { describe, expect, it } from "vitest";
import { rangeOf, resultOf } from "./amounts";

describe("results of a survey", () => {
  it("are percent where they are shares", () => {
    expect(resultOf("share", 0.625)).toBe("63\u00a0%");
    expect(resultOf("by e-mail", 0.1)).toBe("10\u00a0%");
    expect(rangeOf("share", 0.51, 0.72)).toBe("51 to 72\u00a0%");
  });

  it("are numbers where they are not", () => {
    expect(resultOf("mean", 3.456)).toBe("3.46");
    expect(rangeOf("net-score", -12, 20)).toBe("−12 to 20");
    expect(rangeOf("median", 80.5, 80.5)).toBe("");
  });
});
