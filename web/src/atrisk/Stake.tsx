import { Link } from "wouter";
import { atRiskText as text } from "../text/atRisk";
import { type Item, moneyOf } from "./stakes";

/** One thing at risk: what is at stake, the words, and where to look. */
export function Stake({ item }: { item: Item }) {
  const { about, work, atStake } = item;
  return (
    <li className={item.standing}>
      <div className="worth">
        {atStake ? (
          <>
            <strong>
              {atStake.currency} {moneyOf(atStake.expected.likely)}
            </strong>
            <span className="muted small">{text.range(atStake.currency, moneyOf(atStake.expected.low), moneyOf(atStake.expected.high))}</span>
            <span className="muted small">{text.counted}</span>
          </>
        ) : (
          <span className="muted">{text.noFigure}</span>
        )}
      </div>
      <div>
        <p className="heading">
          <span className="standing">{text.standings[item.standing] ?? item.standing}</span> <b>{about.promise}</b>
          <span className="muted small"> {about.serviceTitle}</span>
        </p>
        <p>{item.text}</p>
        <p className="small links">
          {work.run && <Link href={`/runs/${work.run}`}>{text.why}</Link>}
          <Link href={`/services/${encodeURIComponent(about.service)}`}>{text.service}</Link>
          {about.outcome && <Link href={`/outcomes/${encodeURIComponent(about.outcome)}`}>{text.theOutcome}</Link>}
        </p>
      </div>
    </li>
  );
}
