import { levelsOf, type Linked } from "./layout";

/** So many tasks are drawn one by one at once; of more, first their levels. */
export const MOST_DRAWN = 1_500;

export interface Counted {
  total: number;
  byState: Record<string, number>;
}

export interface Stated extends Linked {
  state: string;
}

/** How many of the tasks are in which state. */
export function countsOf(tasks: readonly Stated[]): Counted {
  const byState: Record<string, number> = {};
  for (const task of tasks) byState[task.state] = (byState[task.state] ?? 0) + 1;
  return { total: tasks.length, byState };
}

/** The tasks level by level: the short form of a graph that is too large to be seen. */
export function foldedOf(tasks: readonly Stated[]): Counted[] {
  const states = new Map(tasks.map((task) => [task.name, task]));
  return levelsOf(tasks).map((names) => countsOf(names.flatMap((name) => states.get(name) ?? [])));
}

/** The tasks around one: what it needs and what follows it, so many steps far and so many at most. */
export function aroundOf<T extends Linked>(tasks: readonly T[], name: string, steps: number, most: number): T[] {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const followers = new Map<string, string[]>();
  for (const task of tasks) {
    for (const need of task.needs ?? []) {
      const list = followers.get(need);
      if (list) list.push(task.name);
      else followers.set(need, [task.name]);
    }
  }
  const found = new Set<string>(byName.has(name) ? [name] : []);
  let edge = [...found];
  for (let step = 0; step < steps; step++) {
    const next: string[] = [];
    for (const each of edge) {
      for (const other of [...(byName.get(each)?.needs ?? []), ...(followers.get(each) ?? [])]) {
        if (found.size >= most || found.has(other) || !byName.has(other)) continue;
        found.add(other);
        next.push(other);
      }
    }
    edge = next;
  }
  return tasks.filter((task) => found.has(task.name));
}
