// @vitest-environment jsdom
import { expect, test } from "vitest";
import { base64Of, textOf } from "../api/files";
import { faultsOf, filesWith, isNewPath, keepDrafts, keptDrafts, kindOf, offsetOf, pathsOf, withText } from "./drafts";

const files = { "outturn.yaml": base64Of("kind: project\n"), "w/a.yaml": base64Of("a\n"), "b.sql": base64Of("b\n") };

test("what is applied are the files with what was changed, added and removed", () => {
  const out = filesWith(files, { "w/a.yaml": "new\n", "w/c.yaml": "c\n", "b.sql": null });
  expect(Object.keys(out).sort()).toEqual(["outturn.yaml", "w/a.yaml", "w/c.yaml"]);
  expect(textOf(out["w/a.yaml"] ?? "")).toBe("new\n");
  expect(out["outturn.yaml"]).toBe(files["outturn.yaml"]);
});

test("a draft that is back to what is in force is no draft", () => {
  const changed = withText(files, {}, "b.sql", "x");
  expect(kindOf(files, changed, "b.sql")).toBe("changed");
  expect(withText(files, changed, "b.sql", "b\n")).toEqual({});
  expect(withText(files, { "new.yaml": "" }, "new.yaml", null)).toEqual({});
  expect(kindOf(files, withText(files, {}, "new.yaml", ""), "new.yaml")).toBe("fresh");
  expect(kindOf(files, { "b.sql": null }, "b.sql")).toBe("removed");
});

test("files of the root come first", () => {
  expect(pathsOf(files, { "a/z.yaml": "" })).toEqual(["b.sql", "outturn.yaml", "a/z.yaml", "w/a.yaml"]);
});

test("a new path stays within the project", () => {
  expect(isNewPath(files, {}, "w/new.yaml")).toBe(true);
  for (const bad of ["", "/x", "../x", "w//x", "b.sql", "a b", "w/./x"]) expect(isNewPath(files, {}, bad), bad).toBe(false);
});

test("a line and column are found in the text", () => {
  expect(offsetOf("ab\ncd\n", 2, 2)).toBe(4);
  expect(offsetOf("ab\ncd", 9, 9)).toBe(5);
  expect(offsetOf("ab\ncd", 1, 9)).toBe(2);
});

test("only a refusal of definitions has faults", () => {
  expect(faultsOf({ status: 422, errors: [{ file: "a", line: 1, column: 2 }] })).toHaveLength(1);
  expect(faultsOf(new Error("away"))).toEqual([]);
});

test("drafts are kept for the version that they were made in, and no other", () => {
  keepDrafts("p", 3, { a: "x" });
  expect(keptDrafts("p", 3)).toEqual({ a: "x" });
  expect(keptDrafts("p", 4)).toEqual({});
  expect(keptDrafts("q", 3)).toEqual({});
  keepDrafts("p", 3, {});
  expect(keptDrafts("p", 3)).toEqual({});
});
