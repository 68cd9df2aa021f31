import { Link } from "wouter";
import { dateOf } from "../parts/time";
import { portfolioText as text } from "../text/portfolio";
import type { Line } from "./fits";
import { Trend } from "./Trend";

/** An outcome in one line: what it is to be, and how it stands. */
export function PortfolioRow({ line }: { line: Line }) {
  const path = `/outcomes/${encodeURIComponent(line.name)}`;
  return (
    <tr>
      <th scope="row">
        <Link className="quiet title" href={path}>
          {line.title}
        </Link>
        <p className="sentence">{line.sentence}</p>
        {line.worth && (
          <p className="muted small">
            {text.worth}
            {line.worth}
          </p>
        )}
        {line.overdue.length > 0 && (
          <p className="waits small">
            <strong>{text.waiting}</strong>
            {line.overdue.join("; ")}
          </p>
        )}
      </th>
      <td data-name={text.columns.step}>
        <span title={line.standing}>{line.step ? text.open(line.step) : text.passed}</span>
      </td>
      <td data-name={text.columns.latest}>
        {line.latest?.text}
        {line.trend && <Trend letter={line.trend.letter ?? "-"} kind={line.trend.kind ?? "common-cause"} />}
      </td>
      <td data-name={text.columns.target}>
        {line.target?.text}
        {line.target?.by && <span className="under">{text.by(dateOf(line.target.by))}</span>}
      </td>
      <td data-name={text.columns.chance}>{chanceOf(line)}</td>
      <td data-name={text.columns.evidence}>
        {line.evidence?.words ?? <span className="muted">{text.noEvidence}</span>}
        <a className="under" href={`${path}/statement`} aria-label={`${text.statement}: ${line.title}`}>
          {text.statement}
        </a>
      </td>
      <td data-name={text.columns.next}>{line.nextReview ? dateOf(line.nextReview) : <span className="muted">{text.noReview}</span>}</td>
    </tr>
  );
}

function chanceOf(line: Line) {
  if (line.reached === true) return <strong>{text.reached}</strong>;
  if (line.reached === false) return text.missed;
  return line.chance?.words ?? <span className="muted">{text.unknown}</span>;
}
