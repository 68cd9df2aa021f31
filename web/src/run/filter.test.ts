import { expect, it } from "vitest";
import { filterOf, isNarrow, queryOf } from "./filter";

const query = (address: string) => queryOf(filterOf(new URLSearchParams(address)));

it("asks only for what the address says", () => {
  expect(query("")).toEqual({ limit: 50, called: false });
  expect(query("workflow=load&state=failed,running&businessDate=2026-11-30&after=0c&called=true")).toEqual({
    limit: 50,
    called: true,
    workflow: "load",
    state: "running,failed",
    businessDate: "2026-11-30",
    after: "0c",
  });
});

it("does not ask for what there cannot be", () => {
  expect(query("state=<b>&businessDate=yesterday")).toEqual({ limit: 50, called: false });
});

it("knows when it leaves something out", () => {
  expect(isNarrow(filterOf(new URLSearchParams("called=true&after=x")))).toBe(false);
  expect(isNarrow(filterOf(new URLSearchParams("project=p")))).toBe(true);
});
