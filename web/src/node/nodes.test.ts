import { expect, test } from "vitest";
import { bytesOf, nameOf, type Node, ownersOf, sentenceOf } from "./nodes";

const node = (name: string, partitions: number[], more: Partial<Node> = {}): Node => ({
  number: "1", name, version: "1.0", state: "living", partitions, working: 2, ...more,
  times: { started: "2026-11-30T00:00:00Z", leaseUntil: "2026-11-30T00:00:10Z", workerUntil: "2026-11-30T00:01:30Z" },
});
const all = Array.from({ length: 64 }, (_, part) => part);

test("one server that decides for all needs one sentence", () => {
  expect(sentenceOf([node("a", all)])).toBe("1 server lives on this database and works at 2 tasks.");
});

test("what is not as it should be is told", () => {
  const said = sentenceOf([node("a", all.slice(0, 30)), node("b", all.slice(31), { version: "1.1" }), node("c", [], { state: "silent", working: 0 })]);
  expect(said).toBe(
    "2 servers live on this database and work at 4 tasks. They are of different versions: 1.0, 1.1. 1 part of the runs is decided by nobody yet. c has not been heard of.",
  );
  expect(sentenceOf([])).toBe("No server lives on this database.");
});

test("each part has its owner", () => {
  const owners = ownersOf([node("a", [0]), node("b", [63])]);
  expect(owners[0]?.name).toBe("a");
  expect(owners[1]).toBeUndefined();
  expect(owners[63]?.name).toBe("b");
});

test("bytes and ids are short", () => {
  expect(bytesOf(512)).toBe("512 B");
  expect(bytesOf(4.2 * 2 ** 30)).toBe("4.2 GB");
  expect(bytesOf(524_288_000)).toBe("500 MB");
  expect(nameOf({ name: "ad06be1a-b4d5-413e-8fbd-795bab068915" })).toBe("ad06be1a");
  expect(nameOf({ name: "north" })).toBe("north");
});
