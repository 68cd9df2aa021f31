/** An attempt as the API tells it in brief. */
export interface Tried {
  item?: number;
  attempt: number;
  state: string;
  started: string;
  ended?: string;
  failure?: string;
}

export interface Timed {
  name: string;
  state: string;
  attempts?: Tried[];
}

/** A stretch of time, in milliseconds since 1970. */
export interface Extent {
  from: number;
  to: number;
}

export interface Bar extends Extent {
  state: string;
  /** The number of the attempt; of several drawn as one, how many they are. */
  attempt: number;
  several: boolean;
}

export interface Row {
  name: string;
  state: string;
  bars: Bar[];
}

/** More bars than that in one row cannot be told apart. */
const MOST_BARS = 60;
const SHORTEST_MS = 1_000;

/** A row for each task, in the order in which they began; those that have not begun come last. */
export function rowsOf(tasks: readonly Timed[], now: number): Row[] {
  return tasks
    .map((task) => ({ name: task.name, state: task.state, bars: barsOf(task, now) }))
    .map((row, place) => ({ row, place, first: row.bars.reduce((first, bar) => Math.min(first, bar.from), Infinity) }))
    .sort((one, other) => (one.first === other.first ? one.place - other.place : one.first - other.first))
    .map((each) => each.row);
}

/** The attempts of a task; of very many, those that failed and one bar for all others. */
export function barsOf(task: Timed, now: number): Bar[] {
  const bars = (task.attempts ?? []).map((tried) => ({
    from: Date.parse(tried.started),
    to: tried.ended ? Date.parse(tried.ended) : Math.max(now, Date.parse(tried.started)),
    state: tried.state,
    attempt: tried.attempt,
    several: false,
  }));
  if (bars.length <= MOST_BARS) return bars;
  const whole: Bar = {
    from: bars.reduce((first, bar) => Math.min(first, bar.from), Infinity),
    to: bars.reduce((last, bar) => Math.max(last, bar.to), -Infinity),
    state: task.state,
    attempt: bars.length,
    several: true,
  };
  return [whole, ...bars.filter((bar) => bar.state === "failed").slice(0, MOST_BARS)];
}

/** From the first beginning to the last end, now for what still runs, and at least a second. */
export function extentOf(rows: readonly Row[], run: { started: string | null; ended: string | null }, now: number): Extent {
  let from = run.started ? Date.parse(run.started) : Infinity;
  let to = run.ended ? Date.parse(run.ended) : run.started ? now : -Infinity;
  for (const row of rows) {
    for (const bar of row.bars) {
      from = Math.min(from, bar.from);
      to = Math.max(to, bar.to);
    }
  }
  if (from > to) return { from: now, to: now + SHORTEST_MS };
  return { from, to: Math.max(to, from + SHORTEST_MS) };
}

/** Where a moment is in an extent, 0 at its beginning and 1 at its end; outside of it at its edges. */
export function partOf(at: number, extent: Extent): number {
  return Math.min(1, Math.max(0, (at - extent.from) / (extent.to - extent.from)));
}

const STEPS_S = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400, 604_800];

/** Round lengths of time since the beginning, so many at most. */
export function ticksOf(extent: Extent, most: number): { at: number; seconds: number }[] {
  const whole = (extent.to - extent.from) / 1_000;
  const step = STEPS_S.find((each) => whole / each <= most) ?? Math.ceil(whole / most / 604_800) * 604_800;
  const count = Math.floor(whole / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, tick) => ({ at: extent.from + tick * step * 1_000, seconds: tick * step }));
}

/** Which rows of a long list are in sight, with some more on both sides. */
export function windowOf(top: number, height: number, row: number, count: number, more = 10): { first: number; end: number } {
  const first = Math.max(0, Math.floor(top / row) - more);
  return { first: Math.min(first, Math.max(0, count - 1)), end: Math.min(count, Math.ceil((top + height) / row) + more) };
}

/** From the first beginning to the last end of a task, as its usual length is measured; undefined before it has begun. */
export function secondsOf(task: Timed, now: number): number | undefined {
  const bars = barsOf(task, now);
  if (bars.length === 0) return undefined;
  const from = Math.min(...bars.map((bar) => bar.from));
  return (Math.max(...bars.map((bar) => bar.to)) - from) / 1_000;
}

/** Whether it took, or takes, clearly longer than usual: half as long again, and more than what chance does to short tasks. */
export function isSlow(seconds: number | undefined, usual: number | undefined): boolean {
  return seconds !== undefined && usual !== undefined && seconds > usual * 1.5 && seconds - usual > 2;
}
