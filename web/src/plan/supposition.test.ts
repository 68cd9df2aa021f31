import { describe, expect, it } from "vitest";
import { AS_PLANNED, isAsPlanned, readFrom, toggled } from "./supposition";

const from = (address: string) => {
  const search = new URLSearchParams(address);
  return readFrom((key) => search.get(key) ?? "");
};

describe("what is supposed of a plan", () => {
  it("is read from the address and kept within its bounds", () => {
    expect(from("")).toEqual(AS_PLANNED);
    expect(from("late=30&effect=0&without=b,a")).toEqual({ late: 30, effect: 0, adoption: 100, without: ["a", "b"] });
    expect(from("late=9999&adoption=-3&effect=much")).toEqual({ late: 365, effect: 100, adoption: 0, without: [] });
  });

  it("is as planned only if nothing is changed", () => {
    expect(isAsPlanned(AS_PLANNED)).toBe(true);
    expect(isAsPlanned({ ...AS_PLANNED, without: ["a"] })).toBe(false);
  });

  it("takes levers out and in", () => {
    expect(toggled(["b"], "a")).toEqual(["a", "b"]);
    expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  });
});
