import { Link } from "wouter";
import { nowText as text } from "../text/now";
import { words } from "../text/words";
import type { Bar, Day, Row } from "./day";

/** Runs and starts on the time line of the day, as rows of bars; what it shows is in the lists too. */
export function DayPicture({ day }: { day: Day }) {
  return (
    <div className="day" role="group" aria-label={text.dayTitle}>
      <div className="hours" aria-hidden="true">
        {day.hours.map((each) => (
          <span key={each.at} style={{ left: percent(each.at) }}>
            {String(each.hour).padStart(2, "0")}
          </span>
        ))}
      </div>
      {day.rows.map((row) => (
        <DayRow key={row.workflow} row={row} day={day} />
      ))}
    </div>
  );
}

function DayRow({ row, day }: { row: Row; day: Day }) {
  return (
    <div className="day-row">
      <Link className="quiet" href={`/workflows/${encodeURIComponent(row.workflow)}`} title={row.title}>
        {row.title}
      </Link>
      <div className="lane">
        {day.hours.map((each) => (
          <i key={each.at} className="hour" style={{ left: percent(each.at) }} />
        ))}
        <i className="now" style={{ left: percent(day.now) }} />
        {row.bars.map((bar, at) => (
          <DayBar key={bar.run ?? at} bar={bar} />
        ))}
        {row.deadlines.map((at) => (
          <i key={at} className="deadline" style={{ left: percent(at) }} />
        ))}
      </div>
    </div>
  );
}

function DayBar({ bar }: { bar: Bar }) {
  const style = { left: percent(bar.from), width: `max(4px, ${percent(bar.to - bar.from)})` };
  if (bar.run === null) return <i className="bar expected" style={style} />;
  // A short cut for pointers: bars may be small and close. The name of the row leads to the same runs, by the keyboard too.
  return <Link className={`bar ${bar.state}`} href={`/runs/${bar.run}`} style={style} tabIndex={-1} aria-label={words.states[bar.state] ?? bar.state} />;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
