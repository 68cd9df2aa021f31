import { Link } from "wouter";
import { Moment } from "../parts/Moment";
import { lengthOf, momentOf, timeOf } from "../parts/time";
import { aheadText as text } from "../text/ahead";
import type { Day, Due } from "./calendar";
import { dayOf } from "./Hours";

/** The starts of each day, in order of time. */
export function Days({ days }: { days: Day[] }) {
  const shown = days.filter((day) => day.items.length > 0);
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{text.starts}</h2>
      <table className="stack due">
        <thead>
          <tr>
            <th scope="col">{text.columns.due}</th>
            <th scope="col">{text.columns.workflow}</th>
            <th scope="col">{text.columns.date}</th>
            <th scope="col">{text.columns.end}</th>
            <th scope="col">{text.columns.notes}</th>
          </tr>
        </thead>
        {shown.map((day) => (
          <tbody key={day.date}>
            <tr className="day">
              <th scope="rowgroup" colSpan={5}>
                {dayOf(day.date)}
              </th>
            </tr>
            {day.items.map((item) => (
              <Row key={`${item.workflow} ${item.schedule} ${item.due} ${item.what}`} item={item} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Row({ item }: { item: Due }) {
  return (
    <tr className={item.what === "starts" ? "" : "not"}>
      <th scope="row" className="number">
        <time dateTime={item.due} title={`${item.local} ${item.timezone}`}>
          {timeOf(item.due).slice(0, 5)}
        </time>
      </th>
      <td data-name={text.columns.workflow}>
        <Link className="quiet" href={`/workflows/${encodeURIComponent(item.workflow)}`}>
          {item.workflow}
        </Link>{" "}
        <span className="muted small">
          {item.schedule} <code>{item.timing}</code>
        </span>
      </td>
      <td data-name={text.columns.date} className="date">
        {item.businessDate}
      </td>
      <td data-name={text.columns.end}>
        {item.expectedEnd ? (
          <>
            <Moment at={item.expectedEnd} zone={item.timezone} />{" "}
            {item.typical && <span className="muted small">{lengthOf(item.typical.medianSeconds)}</span>}
          </>
        ) : (
          item.what === "starts" && <span className="muted">{text.noHistory}</span>
        )}
      </td>
      <td data-name={text.columns.notes} className="muted">
        {notesOf(item).join("; ")}
      </td>
    </tr>
  );
}

function notesOf(item: Due): string[] {
  const many = item.count > 1 ? text.many(item.count, momentOf(item.last), item.everySeconds ? lengthOf(item.everySeconds) : "") : "";
  return [text.what[item.what] ?? item.what, many, ...item.notes].filter(Boolean);
}
