export interface Given {
  period: string;
  value: number;
}

export type Read = { given: Given[] } | { line: number; said: string };

/** Reads values as people type or paste them: `2026-10-01, 78.4`, one a line; also with semicolons or tabs. */
export function readGiven(typed: string): Read {
  const given: Given[] = [];
  const lines = typed.split("\n");
  for (const [at, line] of lines.entries()) {
    const said = line.trim();
    if (said === "") continue;
    const [period = "", amount = "", ...rest] = said.split(/[,;\t]\s*|\s+/);
    const value = Number(amount);
    const isRead = /^\d{4}-\d{2}-\d{2}$/.test(period) && amount !== "" && Number.isFinite(value) && rest.length === 0;
    if (!isRead) return { line: at + 1, said };
    given.push({ period, value });
  }
  return { given };
}
