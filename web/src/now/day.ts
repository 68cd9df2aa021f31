/** The picture of the day as numbers: a row for each workflow, bars from 0 (the left end) to 1 (the right end). */

export interface PastRun {
  id: string;
  workflow: string;
  title: string | null;
  state: string;
  started: string | null;
  ended: string | null;
  deadline: string | null;
}

export interface ComingStart {
  workflow: string;
  title: string | null;
  due: string;
  expectedEnd: string | null;
}

export interface Bar {
  from: number;
  to: number;
  state: string;
  run: string | null;
}

export interface Row {
  workflow: string;
  title: string;
  bars: Bar[];
  deadlines: number[];
}

export interface Day {
  rows: Row[];
  left: number;
  right: number;
  now: number;
  hours: { at: number; hour: number }[];
  /** Rows that there was no room for. */
  more: number;
}

const HOUR_MS = 3_600_000;
const BACK_HOURS = 12;
const FORWARD_HOURS = 12;
/** As long as a start without a history is drawn. */
const UNKNOWN_MS = 600_000;

export function dayOf(past: PastRun[], coming: ComingStart[], now: Date, most: number): Day {
  const left = now.getTime() - BACK_HOURS * HOUR_MS;
  const right = now.getTime() + FORWARD_HOURS * HOUR_MS;
  const place = (at: number) => Math.min(1, Math.max(0, (at - left) / (right - left)));
  const rows = new Map<string, Row>();
  const rowOf = (workflow: string, title: string | null) => {
    const known = rows.get(workflow) ?? { workflow, title: title ?? workflow, bars: [], deadlines: [] };
    rows.set(workflow, known);
    return known;
  };
  for (const run of past) {
    if (run.started === null) continue;
    const from = Date.parse(run.started);
    const to = run.ended === null ? now.getTime() : Date.parse(run.ended);
    if (to < left) continue;
    const row = rowOf(run.workflow, run.title);
    row.bars.push({ from: place(from), to: place(to), state: run.state, run: run.id });
    const deadline = run.deadline === null ? Number.NaN : Date.parse(run.deadline);
    if (deadline >= left && deadline <= right) row.deadlines.push(place(deadline));
  }
  for (const start of coming) {
    const from = Date.parse(start.due);
    const to = start.expectedEnd === null ? from + UNKNOWN_MS : Date.parse(start.expectedEnd);
    rowOf(start.workflow, start.title).bars.push({ from: place(from), to: place(to), state: "expected", run: null });
  }
  const sorted = [...rows.values()].sort((one, other) => worry(other) - worry(one) || one.title.localeCompare(other.title));
  return { rows: sorted.slice(0, most), left, right, now: place(now.getTime()), hours: hoursOf(left, right), more: Math.max(0, sorted.length - most) };
}

/** What failed stands above what runs, that above what waits, and that above the rest. */
function worry(row: Row): number {
  const states = row.bars.map((bar) => bar.state);
  if (states.includes("failed")) return 3;
  if (states.includes("running")) return 2;
  return states.includes("waiting") ? 1 : 0;
}

/** Every third full hour, on the viewer's clock. */
function hoursOf(left: number, right: number): { at: number; hour: number }[] {
  const hours: { at: number; hour: number }[] = [];
  const first = new Date(left);
  first.setMinutes(0, 0, 0);
  for (let at = first.getTime() + HOUR_MS; at < right; at += HOUR_MS) {
    const hour = new Date(at).getHours();
    if (hour % 3 === 0) hours.push({ at: (at - left) / (right - left), hour });
  }
  return hours;
}
