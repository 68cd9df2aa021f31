const DAY = /^\d{4}-\d\d-\d\d$/;
const KEYS = ["who", "action", "subject"] as const;

export interface AuditFilter {
  who?: string;
  action?: string;
  subject?: string;
  from?: string;
  to?: string;
}

/** As the API is asked: days are those of the viewer, the last one whole. */
export function askedOf(chosen: (key: string) => string): AuditFilter {
  const filter: AuditFilter = {};
  for (const key of KEYS) {
    const value = chosen(key).trim();
    if (value) filter[key] = value;
  }
  if (DAY.test(chosen("from"))) filter.from = new Date(`${chosen("from")}T00:00:00`).toISOString();
  if (DAY.test(chosen("to"))) {
    const day = new Date(`${chosen("to")}T00:00:00`);
    day.setDate(day.getDate() + 1);
    filter.to = day.toISOString();
  }
  return filter;
}

/** Where all of it is, for a spreadsheet. */
export function csvOf(filter: AuditFilter): string {
  const query = new URLSearchParams(Object.entries(filter)).toString();
  return `/api/v1/audit.csv${query && `?${query}`}`;
}

function saidOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(saidOf).join(" ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Why something was done, and the other details in words. */
export function partsOf(details: Record<string, unknown>): { why: string | undefined; rest: string } {
  const { why, ...others } = details;
  const rest = Object.entries(others)
    .map(([key, value]) => `${key}: ${saidOf(value)}`)
    .join(", ");
  return { why: typeof why === "string" && why ? why : undefined, rest };
}
