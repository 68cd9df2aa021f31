import { describe, expect, it } from "vitest";
import { crossingsOf, edgesOf, layoutOf, levelsOf, type Linked } from "./layout";

const spacing = { width: 100, height: 20, across: 50, down: 10 };
const diamond: Linked[] = [
  { name: "a" },
  { name: "b", needs: ["a"] },
  { name: "c", needs: ["b"] },
  { name: "d", needs: ["a"] },
  { name: "e", needs: ["c", "d"] },
];

describe("the layout of a graph", () => {
  it("puts each task behind the longest path to it", () => {
    expect(levelsOf(diamond)).toEqual([["a"], ["b", "d"], ["c"], ["e"]]);
  });

  it("draws every need once, and none of tasks that are not there", () => {
    expect(edgesOf([...diamond, { name: "f", needs: ["gone"] }])).toHaveLength(5);
    expect(levelsOf([{ name: "f", needs: ["gone"] }])).toEqual([["f"]]);
  });

  it("leaves no two tasks on one place, and no task before what it needs", () => {
    const tasks = woven(40, 25);
    const { nodes, edges } = layoutOf(tasks, spacing);
    const at = new Map(nodes.map((node) => [node.name, node]));
    expect(nodes).toHaveLength(1_000);
    const byLevel = new Map<number, number[]>();
    for (const node of nodes) byLevel.set(node.level, [...(byLevel.get(node.level) ?? []), node.y]);
    for (const ys of byLevel.values()) {
      const sorted = ys.sort((one, other) => one - other);
      sorted.slice(1).forEach((y, i) => expect(y - (sorted[i] ?? 0)).toBeGreaterThanOrEqual(spacing.height + spacing.down - 1e-9));
    }
    for (const { from, to } of edges) expect(at.get(to)?.x).toBeGreaterThanOrEqual((at.get(from)?.x ?? 0) + spacing.width);
  });

  it("takes lines apart that would cross", () => {
    const tasks: Linked[] = [
      ...["a", "b", "c", "d"].map((name) => ({ name })),
      { name: "D", needs: ["d"] },
      { name: "C", needs: ["c"] },
      { name: "B", needs: ["b"] },
      { name: "A", needs: ["a"] },
    ];
    expect(crossingsOf(levelsOf(tasks), edgesOf(tasks))).toBe(6);
    expect(crossingsOf(layoutOf(tasks, spacing).levels, edgesOf(tasks))).toBe(0);
  });

  it("places ten thousand tasks", () => {
    const { nodes, levels } = layoutOf(woven(100, 100), spacing);
    expect(nodes).toHaveLength(10_000);
    expect(levels).toHaveLength(100);
  });

  it("bears one task that all others need", () => {
    const tasks = [{ name: "hub" }, ...Array.from({ length: 5_000 }, (_, at) => ({ name: `t${at}`, needs: ["hub"] }))];
    expect(layoutOf(tasks, spacing).levels[1]).toHaveLength(5_000);
  });
});

/** Levels of a width, each task needing two of the level before. */
function woven(deep: number, wide: number): Linked[] {
  const name = (level: number, row: number) => `t${level}-${row % wide}`;
  return Array.from({ length: deep * wide }, (_, at) => {
    const level = Math.floor(at / wide);
    const row = at % wide;
    return { name: name(level, row), needs: level === 0 ? [] : [name(level - 1, row), name(level - 1, row * 7 + 3)] };
  });
}
