import { describe, expect, it } from "vitest";
import { spotsOf } from "./spots";

describe("the fifths of the chances", () => {
  it("lie as far right as their chance and as high as their share; empty ones do not", () => {
    const spots = spotsOf(
      [
        { count: 4, chance: 0.25, reached: 0.5 },
        { count: 0, chance: null, reached: null },
        { count: 1, chance: 1, reached: 1 },
      ],
      100,
    );
    expect(spots).toEqual([
      { x: 25, y: 50, r: 14 },
      { x: 100, y: 0, r: 7 },
    ]);
  });
});
