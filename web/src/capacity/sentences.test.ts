import { expect, test } from "vitest";
import { type Capacity, sentencesOf, waitersOf } from "./sentences";

const holding = (workflow: string, since = "2026-11-29T23:59:00Z") => ({ run: "r", workflow, task: "t", amount: 1, since });
const wait = (kind: "pool" | "lock", what: string) => ({ run: "x", workflow: "w", task: "t", kind, what, text: "", holders: [] });
const base: Capacity = { at: "2026-11-30T00:05:00Z", pools: [], locks: [], policies: [], waits: [], more: false };
const pool = { name: "ledger-db", title: "", project: "p", size: 2, used: 2, holders: [holding("hold-the-ledger"), holding("hold-the-ledger")] };

test("a full pool is told with who holds it since when, and how many wait", () => {
  const said = sentencesOf({ ...base, pools: [pool], waits: [wait("pool", "ledger-db")] });
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^ledger-db is full: 2 of 2 are held by hold-the-ledger since .*:59; 1 task waits\.$/);
});

test("a pool with room is not worth a sentence", () => {
  expect(sentencesOf({ ...base, pools: [{ ...pool, used: 1 }] })).toEqual([]);
});

test("that for which most wait comes first, and several holders are named shortly", () => {
  const lock = { name: "month", title: "", project: "p", alone: false, holders: [holding("a"), holding("b"), holding("c")] };
  const said = sentencesOf({ ...base, pools: [pool], locks: [lock], waits: [wait("lock", "month")] });
  expect(said[0]).toMatch(/^Lock month is shared by a and 2 others since .*; 1 task waits\.$/);
  expect(said[1]).toContain("ledger-db is full");
});

test("policies that close are told", () => {
  const policy = { name: "freeze", title: "", project: "p", allow: 0, inForce: true, until: null, working: null };
  const said = sentencesOf({ ...base, policies: [policy, { ...policy, name: "later", inForce: false }, { ...policy, name: "two", allow: 2, working: 2 }] });
  expect(said).toEqual(["Policy freeze lets nothing of its work start.", "Policy two is full: 2 of 2 run."]);
});

test("the items of one task wait as one", () => {
  const found = waitersOf({ waits: [wait("pool", "a"), wait("pool", "a"), wait("lock", "a")] });
  expect(found.map((each) => each.more)).toEqual([1, 0]);
});
