import { expect, it } from "vitest";
import { aroundOf, countsOf, foldedOf } from "./fold";

const chain = ["a", "b", "c", "d", "e"].map((name, at, all) => ({
  name,
  needs: at === 0 ? [] : [all[at - 1] ?? ""],
  state: at < 2 ? "succeeded" : at === 2 ? "failed" : "skipped",
}));

it("counts tasks by state, in all and level by level", () => {
  expect(countsOf(chain)).toEqual({ total: 5, byState: { succeeded: 2, failed: 1, skipped: 2 } });
  expect(foldedOf(chain)).toHaveLength(5);
  expect(foldedOf([...chain, { name: "x", needs: ["a"], state: "running" }])[1]).toEqual({
    total: 2,
    byState: { succeeded: 1, running: 1 },
  });
});

it("finds what stands around a task, before and behind it", () => {
  const names = (steps: number, most: number) => aroundOf(chain, "c", steps, most).map((task) => task.name);
  expect(names(1, 100)).toEqual(["b", "c", "d"]);
  expect(names(2, 100)).toEqual(["a", "b", "c", "d", "e"]);
  expect(names(2, 2)).toHaveLength(2);
  expect(aroundOf(chain, "gone", 2, 10)).toEqual([]);
});
