import type { components } from "../api/schema";

export type Due = components["schemas"]["DueAhead"];

export interface Day {
  /** In the viewer's zone, such as 2026-11-30. */
  date: string;
  items: Due[];
  /** Starts in each of the 24 hours. */
  hours: number[];
}

/** A moment's date and hour in a zone. */
export function placeOf(at: string | Date, zone?: string): { date: string; hour: number } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
    ...(zone ? { timeZone: zone } : {}),
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return { date: `${part("year")}-${part("month")}-${part("day")}`, hour: Number(part("hour")) };
}

/** The lines by days, with the starts of each hour; those of one line with many starts are spread evenly. */
export function daysOf(items: Due[], zone?: string): Day[] {
  const days = new Map<string, Day>();
  const day = (date: string) => {
    const known = days.get(date) ?? { date, items: [], hours: Array.from({ length: 24 }, () => 0) };
    days.set(date, known);
    return known;
  };
  for (const item of items) {
    day(placeOf(item.due, zone).date).items.push(item);
    if (item.what !== "starts") continue;
    for (const at of momentsOf(item)) {
      const place = placeOf(at, zone);
      const hours = day(place.date).hours;
      hours[place.hour] = (hours[place.hour] ?? 0) + 1;
    }
  }
  return [...days.values()].sort((one, other) => one.date.localeCompare(other.date));
}

function momentsOf(item: Due): Date[] {
  const first = new Date(item.due).getTime();
  const last = new Date(item.last).getTime();
  const step = item.count > 1 ? (last - first) / (item.count - 1) : 0;
  return Array.from({ length: item.count }, (_, at) => new Date(first + step * at));
}

/** The hour with the most starts; undefined when no hour has more than one. */
export function busiest(days: Day[]): { date: string; hour: number; starts: number } | undefined {
  let most: { date: string; hour: number; starts: number } | undefined;
  for (const day of days) {
    day.hours.forEach((starts, hour) => {
      if (starts > (most?.starts ?? 1)) most = { date: day.date, hour, starts };
    });
  }
  return most;
}

export function startsOf(items: Due[]): number {
  return items.filter((each) => each.what === "starts").reduce((sum, each) => sum + each.count, 0);
}

/** From this minute on, so that the same page asks the same question for a while. */
export function windowOf(days: number, now: Date = new Date()): { from: string; to: string } {
  const from = Math.floor(now.getTime() / 300_000) * 300_000;
  return { from: new Date(from).toISOString(), to: new Date(from + days * 86_400_000).toISOString() };
}
