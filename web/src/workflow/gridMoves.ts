export interface Cell {
  row: number;
  column: number;
}

/** Where a key of the keyboard leads within a grid; undefined for a key that has no meaning there. */
export function moved(from: Cell, key: string, rows: number, columns: number): Cell | undefined {
  const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);
  const to = (row: number, column: number) => ({ row: within(row, rows), column: within(column, columns) });
  switch (key) {
    case "ArrowUp":
      return to(from.row - 1, from.column);
    case "ArrowDown":
      return to(from.row + 1, from.column);
    case "ArrowLeft":
      return to(from.row, from.column - 1);
    case "ArrowRight":
      return to(from.row, from.column + 1);
    case "Home":
      return to(from.row, 0);
    case "End":
      return to(from.row, columns - 1);
    case "PageUp":
      return to(0, from.column);
    case "PageDown":
      return to(rows - 1, from.column);
    default:
      return undefined;
  }
}

/** Which tasks are shown: those whose name holds what was typed, and of those, when wanted, the ones that failed once. */
export function shownTasks(tasks: string[], columns: { tasks: Record<string, string> }[], typed: string, failed: boolean): string[] {
  const wanted = typed.trim().toLowerCase();
  return tasks.filter(
    (task) =>
      task.toLowerCase().includes(wanted) && (!failed || columns.some((each) => each.tasks[task] === "failed" || each.tasks[task] === "lost")),
  );
}

/** Saturday and Sunday, of a date such as 2026-11-30. */
export function isWeekend(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
}
