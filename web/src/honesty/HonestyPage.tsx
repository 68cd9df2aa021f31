import { Link } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { amountOf, chanceOf } from "../outcome/amount";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { dateOf } from "../parts/time";
import { honestyText as text } from "../text/honesty";
import { Reliability } from "./Reliability";
import "../outcome/outcome.css";
import "./honesty.css";

type Honesty = components["schemas"]["Honesty"];

/** All past forecasts against what happened. */
export default function HonestyPage() {
  const query = queries.useQuery("get", "/api/v1/honesty");
  return (
    <Asked query={query}>
      {(data) => (
        <Page title={text.title} lead={data.sentence}>
          <p>{text.says}</p>
          {data.score && <Score score={data.score} />}
          {data.items.length === 0 ? (
            <p className="empty">
              {text.empty} <code>outturn outcome confirm NAME --accept REASON</code>. {text.emptyThen}
            </p>
          ) : (
            <>
              <Reliability fifths={data.reliability} />
              <All items={data.items} />
            </>
          )}
        </Page>
      )}
    </Asked>
  );
}

function Score({ score }: { score: NonNullable<Honesty["score"]> }) {
  return (
    <dl className="figures">
      <div>
        <dt>{text.score.count}</dt>
        <dd>{score.count}</dd>
      </div>
      <div>
        <dt>{text.score.brier}</dt>
        <dd>{amountOf(score.brier)}</dd>
      </div>
      {score.skill !== null && (
        <div>
          <dt>{text.score.skill}</dt>
          <dd>{amountOf(score.skill)}</dd>
        </div>
      )}
    </dl>
  );
}

function All({ items }: { items: Honesty["items"] }) {
  const [at, outcome, target, chance, came] = text.listColumns;
  return (
    <section aria-labelledby="all">
      <h2 id="all">{text.all}</h2>
      <table className="stack">
        <thead>
          <tr>
            {text.listColumns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <tr key={`${each.outcome}/${each.measure}/${each.version}`}>
              <td data-name={at}>{dateOf(each.at)}</td>
              <th scope="row" data-name={outcome}>
                <Link className="quiet" href={`/outcomes/${encodeURIComponent(each.outcome)}/plan`}>
                  {each.outcome}
                </Link>
                <div className="muted small">{each.measure}</div>
              </th>
              <td data-name={target}>
                {amountOf(each.aim.target)}, {dateOf(each.aim.due)}
              </td>
              <td data-name={chance}>{chanceOf(each.chance)}</td>
              <td data-name={came}>{text.states[each.came] ?? each.came}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
