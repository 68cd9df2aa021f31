/** A task, as the drawing of a graph needs it. */
export interface Linked {
  name: string;
  needs?: readonly string[];
}

export interface Placed {
  name: string;
  level: number;
  x: number;
  y: number;
}

export interface Layout {
  nodes: Placed[];
  edges: { from: string; to: string }[];
  levels: string[][];
}

export interface Spacing {
  width: number;
  height: number;
  across: number;
  down: number;
}

const SWEEPS = 4;

/** A layered drawing from left to right: each task stands behind all that it needs, and near them. */
export function layoutOf(tasks: readonly Linked[], spacing: Spacing): Layout {
  const levels = levelsOf(tasks);
  const edges = edgesOf(tasks);
  sweep(levels, edges);
  const most = Math.max(0, ...levels.map((level) => level.length));
  const stepX = spacing.width + spacing.across;
  const stepY = spacing.height + spacing.down;
  const nodes = levels.flatMap((names, level) => {
    const above = ((most - names.length) * stepY) / 2;
    return names.map((name, row) => ({ name, level, x: level * stepX, y: above + row * stepY }));
  });
  return { nodes, edges, levels };
}

/** Tasks by the length of the longest path that leads to them, in their own order. */
export function levelsOf(tasks: readonly Linked[]): string[][] {
  const open = new Map<string, number>();
  const followers = new Map<string, string[]>();
  const known = new Set(tasks.map((task) => task.name));
  for (const task of tasks) {
    const needs = (task.needs ?? []).filter((need) => known.has(need));
    open.set(task.name, needs.length);
    for (const need of needs) add(followers, need, task.name);
  }
  const levelOf = new Map<string, number>();
  const ready = tasks.filter((task) => open.get(task.name) === 0).map((task) => task.name);
  for (const name of ready) levelOf.set(name, 0);
  for (let at = 0; at < ready.length; at++) {
    const name = ready[at] ?? "";
    const next = (levelOf.get(name) ?? 0) + 1;
    for (const follower of followers.get(name) ?? []) {
      levelOf.set(follower, Math.max(levelOf.get(follower) ?? 0, next));
      const left = (open.get(follower) ?? 0) - 1;
      open.set(follower, left);
      if (left === 0) ready.push(follower);
    }
  }
  const levels: string[][] = [];
  for (const task of tasks) {
    const level = levelOf.get(task.name) ?? 0;
    while (levels.length <= level) levels.push([]);
    levels[level]?.push(task.name);
  }
  return levels;
}

export function edgesOf(tasks: readonly Linked[]): { from: string; to: string }[] {
  const known = new Set(tasks.map((task) => task.name));
  return tasks.flatMap((task) => (task.needs ?? []).filter((need) => known.has(need)).map((need) => ({ from: need, to: task.name })));
}

/** How often lines cross between neighbouring levels; what the sweeps make smaller. */
export function crossingsOf(levels: string[][], edges: { from: string; to: string }[]): number {
  const place = placesOf(levels);
  const level = new Map(levels.flatMap((names, at) => names.map((name) => [name, at] as const)));
  let crossings = 0;
  edges.forEach((one, at) => {
    for (const other of edges.slice(at + 1)) {
      if (level.get(one.from) !== level.get(other.from) || level.get(one.to) !== level.get(other.to)) continue;
      const before = (place.get(one.from) ?? 0) - (place.get(other.from) ?? 0);
      const after = (place.get(one.to) ?? 0) - (place.get(other.to) ?? 0);
      if (before * after < 0) crossings++;
    }
  });
  return crossings;
}

/** Moves each task towards the middle of its neighbours, forth and back (Sugiyama's barycentres). */
function sweep(levels: string[][], edges: { from: string; to: string }[]): void {
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  for (const { from, to } of edges) {
    add(before, to, from);
    add(after, from, to);
  }
  const place = placesOf(levels);
  for (let turn = 0; turn < SWEEPS; turn++) {
    const forth = turn % 2 === 0;
    const neighbours = forth ? before : after;
    for (const level of forth ? levels : [...levels].reverse()) {
      const middle = new Map(level.map((name) => [name, middleOf(neighbours.get(name), place, place.get(name) ?? 0)]));
      level.sort((one, other) => (middle.get(one) ?? 0) - (middle.get(other) ?? 0));
      level.forEach((name, at) => place.set(name, at / Math.max(1, level.length)));
    }
  }
}

/** Where in its level each stands, from 0 to 1: levels are of different lengths. */
function placesOf(levels: string[][]): Map<string, number> {
  return new Map(levels.flatMap((level) => level.map((name, at) => [name, at / Math.max(1, level.length)] as const)));
}

function middleOf(names: string[] | undefined, place: Map<string, number>, own: number): number {
  if (names === undefined || names.length === 0) return own;
  return names.reduce((sum, name) => sum + (place.get(name) ?? 0), 0) / names.length;
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
