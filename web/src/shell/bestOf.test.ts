import { expect, it } from "vitest";
import { bestOf } from "./bestOf";

const places = ["Month-end close", "Collect: days to close", "Enclosures"].map((title) => ({ title, path: `/${title}`, kind: "workflow" }));
const titles = (typed: string) => bestOf(places, typed).map((place) => place.title);

it("finds by all words, beginnings first", () => {
  expect(titles("close")).toEqual(["Month-end close", "Collect: days to close"]);
  expect(titles("clo")).toEqual(["Month-end close", "Collect: days to close", "Enclosures"]);
  expect(titles("close days")).toEqual(["Collect: days to close"]);
  expect(titles("nowhere")).toEqual([]);
});

it("shows all before anything is typed", () => {
  expect(titles(" ")).toHaveLength(3);
});
