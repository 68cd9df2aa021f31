import type { components } from "../api/schema";

type ValueMap = components["schemas"]["ValueMap"];
type Node = ValueMap["nodes"][number];

export interface Onward {
  to: Node;
  sentence: string;
}

/** What each node of a value map leads to. */
export function onwardOf(map: Pick<ValueMap, "nodes" | "edges">): Map<string, Onward[]> {
  const nodes = new Map(map.nodes.map((node) => [node.id, node]));
  const onward = new Map<string, Onward[]>();
  for (const edge of map.edges) {
    const to = nodes.get(edge.to);
    if (to === undefined) continue;
    const known = onward.get(edge.from) ?? [];
    onward.set(edge.from, [...known, { to, sentence: edge.sentence }]);
  }
  return onward;
}

/** The id of a node as one of the page. */
export function anchorOf(id: string): string {
  return `node-${id.replace(/[^a-zA-Z0-9_-]/g, "-")}`;
}
