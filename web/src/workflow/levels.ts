/** A task as the graph draws it. */
export interface Placed {
  name: string;
  level: number;
  row: number;
}

interface Task {
  name: string;
  needs: string[];
  section: string;
}

/**
 * Puts each task one level after the last one that it needs. Within a level a task stands near those that it needs, so
 * that few lines cross. Handlers, which need nothing and run at the end, come after all others.
 */
export function placed(tasks: Task[]): Placed[] {
  const levels = new Map<string, number>();
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const levelOf = (name: string, above: Set<string>): number => {
    const known = levels.get(name);
    if (known !== undefined) return known;
    const needs = byName.get(name)?.needs ?? [];
    const within = new Set(above).add(name);
    const level = Math.max(-1, ...needs.filter((need) => byName.has(need) && !within.has(need)).map((need) => levelOf(need, within))) + 1;
    levels.set(name, level);
    return level;
  };
  const work = tasks.filter((task) => task.section === "tasks");
  for (const task of work) levelOf(task.name, new Set());
  const last = Math.max(-1, ...levels.values());
  for (const task of tasks) {
    if (task.section !== "tasks") levels.set(task.name, last + 1 + levelIn(task, byName));
  }
  return rowsOf(tasks, levels);
}

function levelIn(task: Task, byName: Map<string, Task>): number {
  const before = task.needs.map((need) => byName.get(need)).filter((need) => need !== undefined && need.section === task.section);
  return before.length === 0 ? 0 : 1 + Math.max(...before.map((need) => levelIn(need as Task, byName)));
}

function rowsOf(tasks: Task[], levels: Map<string, number>): Placed[] {
  const rows = new Map<string, number>();
  const out: Placed[] = [];
  const count = Math.max(-1, ...levels.values()) + 1;
  for (let level = 0; level < count; level++) {
    const here = tasks.filter((task) => levels.get(task.name) === level);
    const wish = new Map(here.map((task, at) => [task.name, meanRow(task, rows) ?? at]));
    here.sort((one, other) => (wish.get(one.name) ?? 0) - (wish.get(other.name) ?? 0));
    here.forEach((task, row) => {
      rows.set(task.name, row);
      out.push({ name: task.name, level, row });
    });
  }
  return out;
}

function meanRow(task: Task, rows: Map<string, number>): number | undefined {
  const known = task.needs.map((need) => rows.get(need)).filter((row) => row !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, row) => sum + row, 0) / known.length;
}
