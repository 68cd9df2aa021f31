import { expect, test } from "vitest";
import { base64Of, textOf } from "./files";

test("a text comes back as it was, whatever letters it has", () => {
  const text = "name: Größe 🌍\n" + "x".repeat(20_000);
  expect(textOf(base64Of(text))).toBe(text);
});

test("what is no text is told", () => {
  expect(textOf(btoa("\u0000\u0001"))).toBeNull();
  expect(textOf(btoa("\u00ff\u00fe"))).toBeNull();
});
