import { Link } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { dateOf } from "../parts/time";
import { surveysText as text } from "../text/surveys";

export type Survey = components["schemas"]["Survey"];
export type Wave = components["schemas"]["SurveyWave"];

/** All surveys with the last wave of each. */
export default function SurveysPage() {
  const query = queries.useQuery("get", "/api/v1/surveys", { params: { query: { limit: 500 } } }, { refetchInterval: 60_000 });
  return (
    <Asked query={query}>
      {({ items }) => {
        const open = items.filter((each) => each.waves[0] && !each.waves[0].span.closed).length;
        return (
          <Page title={text.title} lead={items.length > 0 && text.lead(items.length, open)}>
            {items.length === 0 ? <Empty /> : <Table items={items} />}
          </Page>
        );
      }}
    </Asked>
  );
}

function Table({ items }: { items: Survey[] }) {
  const { columns } = text;
  return (
    <table className="stack">
      <thead>
        <tr>
          {Object.entries(columns).map(([key, name]) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((each) => (
          <tr key={each.name}>
            <th scope="row">
              <Link className="quiet" href={`/surveys/${encodeURIComponent(each.name)}`}>
                {each.title}
              </Link>
              <div className="muted small">
                {each.project} / {each.name}
              </div>
            </th>
            <td data-name={columns.items}>{each.items.length}</td>
            <td data-name={columns.waves}>{each.waves.length}</td>
            <td data-name={columns.last}>{each.waves[0] ? <LastWave wave={each.waves[0]} /> : <span className="muted">{text.noWave}</span>}</td>
            <td data-name={columns.owner}>{each.owner ?? <span className="muted">{text.noOwner}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LastWave({ wave }: { wave: Wave }) {
  return (
    <>
      {wave.span.closed ? text.closed(dateOf(wave.span.closed)) : text.isOpen(dateOf(wave.span.closes))}
      <div className="muted small">{text.answered(wave.answered, wave.invited)}</div>
    </>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p>{text.empty}</p>
      <pre>outturn validate FOLDER{"\n"}outturn apply FOLDER{"\n"}outturn survey send NAME</pre>
    </div>
  );
}
