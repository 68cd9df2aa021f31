import { expect, test } from "vitest";
import { isWeekend, moved, shownTasks } from "./gridMoves";

test("arrows stay within the grid", () => {
  expect(moved({ row: 0, column: 0 }, "ArrowUp", 3, 4)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 0, column: 0 }, "ArrowDown", 3, 4)).toEqual({ row: 1, column: 0 });
  expect(moved({ row: 2, column: 3 }, "ArrowRight", 3, 4)).toEqual({ row: 2, column: 3 });
  expect(moved({ row: 1, column: 2 }, "Home", 3, 4)).toEqual({ row: 1, column: 0 });
  expect(moved({ row: 1, column: 2 }, "PageDown", 3, 4)).toEqual({ row: 2, column: 2 });
  expect(moved({ row: 1, column: 2 }, "x", 3, 4)).toBeUndefined();
});

test("tasks are found by name and by having failed", () => {
  const columns = [{ tasks: { load: "succeeded", post: "failed" } }, { tasks: { load: "lost" } }];
  expect(shownTasks(["load", "post", "tell"], columns, " O", false)).toEqual(["load", "post"]);
  expect(shownTasks(["load", "post", "tell"], columns, "", true)).toEqual(["load", "post"]);
});

test("weekends are known", () => {
  expect(isWeekend("2026-11-29")).toBe(true);
  expect(isWeekend("2026-11-30")).toBe(false);
});
