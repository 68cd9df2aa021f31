import { describe, expect, it } from "vitest";
import { anchorOf, onwardOf } from "./onward";

const known = { element: null, measures: [], measured: true };
const node = (id: string) => ({ id, kind: "outcome" as const, name: id, title: id.toUpperCase(), note: "", known });
const edge = (from: string, to: string) => ({
  from,
  to,
  sign: "helps" as const,
  strength: null,
  ground: { because: "", assumptions: [], said: true },
  sentence: "because",
});

describe("what leads to what", () => {
  it("is told by node; an edge to nowhere is left out", () => {
    const onward = onwardOf({ nodes: [node("a"), node("b")], edges: [edge("a", "b"), edge("a", "gone")] });
    expect(onward.get("a")).toEqual([{ to: node("b"), sentence: "because" }]);
    expect(onward.has("b")).toBe(false);
  });

  it("has ids that a page can have", () => {
    expect(anchorOf("lever:one-visit/training")).toBe("node-lever-one-visit-training");
  });
});
