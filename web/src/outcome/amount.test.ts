import { describe, expect, it } from "vitest";
import { amountOf, chanceOf, changeOf, inTen, restOf } from "./amount";

describe("amounts", () => {
  it("have three digits and their unit", () => {
    expect(amountOf(93.7142, "minutes a week")).toBe("93.7 minutes a week");
    expect(amountOf(1404.15, "drivers")).toBe("1,404 drivers");
    expect(amountOf(7.5147, "percent")).toBe("7.51\u00a0%");
    expect(amountOf(null, "days")).toBe("–");
  });

  it("say which way a change goes", () => {
    expect(changeOf(-14, "days")).toBe("−14 days");
    expect(changeOf(3.25)).toBe("+3.25");
  });

  it("never call a chance certain", () => {
    expect(chanceOf(0.9999)).toBe("more than 99\u00a0%");
    expect(chanceOf(0.001)).toBe("less than 1\u00a0%");
    expect(chanceOf(0.624)).toBe("62\u00a0%");
    expect(inTen(0.62)).toBe("about 6 in 10");
    expect(inTen(0.97)).toBe("more than 9 in 10");
  });

  it("do not say the statement twice", () => {
    expect(restOf("They wait less. Since May 3 days.", "They wait less.")).toBe("Since May 3 days.");
    expect(restOf("Since May 3 days.", "They wait less.")).toBe("Since May 3 days.");
  });
});
