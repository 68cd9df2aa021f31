/** Times as people read them. The zone is the viewer's unless one is given. */
const locale = "en-GB";
const DAY_MS = 86_400_000;

export function timeOf(at: string | Date, zone?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", second: "2-digit", ...inZone(zone) }).format(new Date(at));
}

export function dateOf(at: string | Date, zone?: string): string {
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", ...inZone(zone) }).format(new Date(at));
}

/** "14:03" today, "Tue 14:03" within a week, else "3 Nov 2026, 14:03". */
export function momentOf(at: string | Date, now: Date = new Date(), zone?: string): string {
  const date = new Date(at);
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", ...inZone(zone) }).format(date);
  const away = Math.abs(date.getTime() - now.getTime());
  if (dateOf(date, zone) === dateOf(now, zone)) return time;
  if (away < 6 * DAY_MS) {
    const day = new Intl.DateTimeFormat(locale, { weekday: "short", ...inZone(zone) }).format(date);
    return `${day} ${time}`;
  }
  return `${dateOf(date, zone)}, ${time}`;
}

/** A length of time in its two largest units: "1 h 05 min", "12 min 30 s", "0.7 s". */
export function lengthOf(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const units: [number, string][] = [
    [86_400, "d"],
    [3_600, "h"],
    [60, "min"],
    [1, "s"],
  ];
  const first = units.findIndex(([size]) => whole >= size);
  const [size, name] = units[first] ?? [1, "s"];
  const next = units[first + 1];
  const rest = whole % size;
  const more = next === undefined ? 0 : Math.floor(rest / next[0]);
  return `${Math.floor(whole / size)} ${name}${next && more > 0 ? ` ${more} ${next[1]}` : ""}`;
}

/** How long from one moment to another, or until now. */
export function spanOf(from: string, to: string | null | undefined, now: Date = new Date()): string {
  const end = to ? new Date(to) : now;
  return lengthOf(Math.max(0, (end.getTime() - new Date(from).getTime()) / 1_000));
}

function inZone(zone: string | undefined): Intl.DateTimeFormatOptions {
  return zone === undefined ? {} : { timeZone: zone };
}
