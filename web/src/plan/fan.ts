export interface FanPoint {
  period: string;
  p10: number;
  p50: number;
  p90: number;
}

export interface Fan {
  band: string;
  middle: string;
  /** Where the target lies, from the top. */
  target: number | null;
  /** Amounts at the side, from the top. */
  ticks: { at: number; value: number }[];
  /** Dates below, from the left. */
  dates: { at: number; period: string }[];
}

export interface Room {
  width: number;
  height: number;
}

const TICKS = 5;
/** As wide as a date is written. */
const DATE_WIDTH = 120;

/** The scale of a fan: all its points and the target, with a little air. */
export function rangeOf(points: FanPoint[], target: number | null): [number, number] {
  const all = points.flatMap((each) => [each.p10, each.p90]).concat(target ?? []);
  const low = Math.min(...all);
  const high = Math.max(...all);
  const air = (high - low || Math.abs(high) || 1) * 0.06;
  return [low - air, high + air];
}

/** Where everything of a fan is drawn. */
export function fanOf(points: FanPoint[], target: number | null, room: Room, range = rangeOf(points, target)): Fan {
  const [low, high] = range;
  const x = (at: number) => (points.length < 2 ? room.width / 2 : (at * room.width) / (points.length - 1));
  const y = (value: number) => room.height - ((value - low) * room.height) / (high - low);
  const line = (value: (point: FanPoint) => number) => points.map((each, at) => `${round(x(at))} ${round(y(value(each)))}`);
  const upper = line((each) => each.p90);
  const lower = line((each) => each.p10).reverse();
  return {
    band: points.length === 0 ? "" : `M${[...upper, ...lower].join("L")}Z`,
    middle: points.length === 0 ? "" : `M${line((each) => each.p50).join("L")}`,
    target: target === null ? null : round(y(target)),
    ticks: ticksOf(low, high).map((value) => ({ at: round(y(value)), value })),
    dates: datesOf(points.length, room.width).map((at) => ({ at: round(x(at)), period: points[at]?.period ?? "" })),
  };
}

/** Round values between two others: 1, 2 or 5 times a power of ten apart. */
export function ticksOf(low: number, high: number): number[] {
  const rough = (high - low) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let each = Math.ceil(low / step); each * step <= high; each++) ticks.push(Number((each * step).toPrecision(12)));
  return ticks;
}

/** As many dates as there is room for, from the first to the last, equally far from each other. */
function datesOf(count: number, width: number): number[] {
  const most = Math.min(count, Math.max(2, Math.floor(width / DATE_WIDTH) + 1));
  if (most < 2) return count === 0 ? [] : [0];
  return Array.from({ length: most }, (_, at) => Math.round((at * (count - 1)) / (most - 1)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
