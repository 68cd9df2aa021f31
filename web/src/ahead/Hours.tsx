import { aheadText as text } from "../text/ahead";
import type { Day } from "./calendar";

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));

/** How many runs start in which hour of which day. */
export function Hours({ days }: { days: Day[] }) {
  if (days.every((day) => day.hours.every((starts) => starts === 0))) return null;
  const most = Math.max(1, ...days.flatMap((day) => day.hours));
  const much = (starts: number) => (starts === 0 ? undefined : 1 + Math.min(2, Math.floor((3 * (starts - 1)) / most)));
  return (
    <section>
      <h2>{text.hours}</h2>
      <div className="table" tabIndex={0} role="region" aria-label={text.hours}>
        <table className="hours">
          <thead>
            <tr>
              <td />
              {HOURS.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date}>
                <th scope="row">{dayOf(day.date)}</th>
                {day.hours.map((starts, hour) => (
                  <td key={HOURS[hour]} title={text.cell(dayOf(day.date), `${HOURS[hour]}:00`, starts)}>
                    <span data-much={much(starts)}>{starts || ""}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** "Mon 30 Nov" */
export function dayOf(date: string): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${date}T12:00:00Z`));
}
