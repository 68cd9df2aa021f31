import { expect, test } from "vitest";
import { lineDiff } from "./lineDiff";

const told = (before: string, after: string) => lineDiff(before, after).map((line) => `${line.kind} ${line.number} ${line.text}`);

test("a changed line is one that is gone and one that is new", () => {
  expect(told("a\nb\nc\n", "a\nB\nc\n")).toEqual(["same 1 a", "gone 2 b", "new 2 B", "same 3 c"]);
});

test("lines come and go at both ends", () => {
  expect(told("a\nb", "b\nc")).toEqual(["gone 1 a", "same 1 b", "new 2 c"]);
  expect(told("", "a\n")).toEqual(["new 1 a"]);
  expect(told("a\n", "")).toEqual(["gone 1 a"]);
});

test("what is far from any change is left out and counted", () => {
  const many = Array.from({ length: 20 }, (_, at) => `line ${at}`);
  const changed = [...many];
  changed[10] = "other";
  const lines = lineDiff(many.join("\n"), changed.join("\n"));
  expect(lines.filter((line) => line.kind === "left").map((line) => line.text)).toEqual(["7", "6"]);
  expect(lines).toHaveLength(2 + 2 + 6);
});

test("equal texts have nothing but what was left out", () => {
  expect(told("a\nb", "a\nb\n")).toEqual(["left 0 2"]);
});
