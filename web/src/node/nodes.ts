import type { components } from "../api/schema";
import { nodesText as text } from "../text/nodes";

export type Node = components["schemas"]["Node"];

export const PARTS = 64;

/** Which node decides for each of the 64 parts; undefined where nobody does. */
export function ownersOf(nodes: Node[]): (Node | undefined)[] {
  const owners: (Node | undefined)[] = Array.from({ length: PARTS });
  for (const node of nodes) for (const part of node.partitions) owners[part] = node;
  return owners;
}

/** How the servers are, in words. */
export function sentenceOf(nodes: Node[]): string {
  const living = nodes.filter((each) => each.state === "living");
  if (living.length === 0) return text.none;
  const working = nodes.reduce((sum, each) => sum + each.working, 0);
  const unowned = ownersOf(nodes).filter((each) => each === undefined).length;
  const silent = nodes.filter((each) => each.state === "silent" || each.state === "dead").map((each) => nameOf(each));
  const versions = [...new Set(living.map((each) => each.version))];
  return [
    text.lead(living.length, working),
    versions.length > 1 && text.versions(versions.join(", ")),
    unowned > 0 && text.unowned(unowned),
    silent.length > 0 && text.silent(silent.join(", ")),
  ]
    .filter(Boolean)
    .join(" ");
}

/** A name that is an id is shortened to its first part. */
export function nameOf(node: Pick<Node, "name">): string {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(node.name) ? node.name.slice(0, 8) : node.name;
}

/** "4.2 GB", by powers of 1,024 as the server counts. */
export function bytesOf(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB", "PB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1_024 && unit < units.length - 1) {
    value /= 1_024;
    unit++;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
