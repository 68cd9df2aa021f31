import { expect, it } from "vitest";
import { askedOf, csvOf, partsOf } from "./audit";

const of = (values: Record<string, string>) => (key: string) => values[key] ?? "";

it("asks for what is filled in, and for the whole of the last day", () => {
  const filter = askedOf(of({ who: " ada ", action: "", from: "2026-11-28", to: "2026-11-28" }));
  expect(filter.who).toBe("ada");
  expect("action" in filter).toBe(false);
  expect(Date.parse(filter.to ?? "") - Date.parse(filter.from ?? "")).toBe(86_400_000);
  expect(askedOf(of({ from: "yesterday" }))).toEqual({});
});

it("exports what is shown", () => {
  expect(csvOf({})).toBe("/api/v1/audit.csv");
  expect(csvOf({ who: "ada", action: "run cancel" })).toBe("/api/v1/audit.csv?who=ada&action=run+cancel");
});

it("tells the reason apart from the rest", () => {
  expect(partsOf({ why: "too late", by: "link", sessionsEnded: 2 })).toEqual({ why: "too late", rest: "by: link, sessionsEnded: 2" });
  expect(partsOf({ runs: 1, workflows: ["close", "check"] }).rest).toBe("runs: 1, workflows: close check");
  expect(partsOf({}).why).toBeUndefined();
});
