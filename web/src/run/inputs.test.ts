import { describe, expect, it } from "vitest";
import { type Input, kindOf, placed, read, textOf } from "./inputs";

const input = (type: string, fallback: unknown = null, choices: unknown[] = []): Input => ({ name: "it", type, default: fallback, choices, title: "It" });

describe("the form of a run's inputs", () => {
  it("has a control for each type", () => {
    expect(["string", "int", "number", "boolean", "date", "list<string>", "map", "any"].map((type) => kindOf(input(type)))).toEqual([
      "text",
      "whole",
      "number",
      "truth",
      "date",
      "json",
      "json",
      "json",
    ]);
    expect(kindOf(input("string", "a", ["a", "b"]))).toBe("choice");
  });

  it("reads what is typed as what the server takes", () => {
    expect(read(input("int"), " 12 ")).toEqual({ value: 12 });
    expect(read(input("number"), "1.5")).toEqual({ value: 1.5 });
    expect(read(input("boolean", false), "true")).toEqual({ value: true });
    expect(read(input("string"), " as it is ")).toEqual({ value: " as it is " });
    expect(read(input("list<string>"), "north, south")).toEqual({ value: ["north", "south"] });
    expect(read(input("list<string>"), '["north"]')).toEqual({ value: ["north"] });
    expect(read(input("map"), '{"a": 1}')).toEqual({ value: { a: 1 } });
    expect(read(input("int", 2, [1, 2, 3]), "3")).toEqual({ value: 3 });
  });

  it("says what is wrong before the server does", () => {
    expect(read(input("int"), "twelve")).toEqual({ wrong: "It is to be a whole number, not 'twelve'" });
    expect(read(input("map"), "{a}")).toHaveProperty("wrong");
    expect(read(input("int"), "")).toEqual({ wrong: "It is required" });
    expect(read(input("string"), "")).toEqual({ wrong: "It is required" });
  });

  it("leaves out what takes its default", () => {
    expect(read(input("int", 5), "")).toBe("absent");
    expect(read(input("string", "x"), "")).toEqual({ value: "" });
  });

  it("begins with the default", () => {
    expect(textOf(["a", "b"], "json")).toBe('["a","b"]');
    expect(textOf(false, "truth")).toBe("false");
    expect(textOf(null, "text")).toBe("");
  });

  it("puts the server's sentences at their fields", () => {
    const told = placed(["input 'it' is to be int, not 'x'", "workflow 'w' has no input 'other'; it has: it"], [input("int")]);
    expect(told.at).toEqual({ it: "input 'it' is to be int, not 'x'" });
    expect(told.others).toHaveLength(1);
  });
});
