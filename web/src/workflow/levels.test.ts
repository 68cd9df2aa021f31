import { expect, test } from "vitest";
import { placed } from "./levels";

const task = (name: string, needs: string[] = [], section = "tasks") => ({ name, needs, section });

test("a task stands after the last one that it needs", () => {
  const at = Object.fromEntries(placed([task("a"), task("b", ["a"]), task("c", ["a", "b"]), task("d")]).map((each) => [each.name, each.level]));
  expect(at).toEqual({ a: 0, b: 1, c: 2, d: 0 });
});

test("no two tasks share a place, and rows follow what is needed", () => {
  const all = placed([task("a"), task("b"), task("x", ["b"]), task("y", ["a"])]);
  expect(all.find((each) => each.name === "y")?.row).toBe(0);
  expect(all.find((each) => each.name === "x")?.row).toBe(1);
  expect(new Set(all.map((each) => `${each.level}/${each.row}`)).size).toBe(4);
});

test("handlers come last, and a circle or a missing task ends nothing", () => {
  const all = placed([task("a", ["b"]), task("b", ["a"]), task("c", ["gone"]), task("tell", [], "onFailure"), task("tidy", ["tell"], "onFailure")]);
  const last = Math.max(...all.filter((each) => ["a", "b", "c"].includes(each.name)).map((each) => each.level));
  expect(all.find((each) => each.name === "tell")?.level).toBe(last + 1);
  expect(all.find((each) => each.name === "tidy")?.level).toBe(last + 2);
});
