import { Link } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { amountOf } from "../outcome/amount";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { dateOf } from "../parts/time";
import { useFilters } from "../parts/useFilters";
import { measureText as text } from "../text/measure";
import { betterOf } from "./better";

type Measure = components["schemas"]["Measure"];

/** All measures with their latest value. */
export default function MeasuresPage() {
  const query = queries.useQuery("get", "/api/v1/measures", { params: { query: { limit: 500 } } });
  return (
    <Asked query={query}>
      {(data) => {
        const items = (data.items ?? []) as Measure[];
        const silent = items.filter((each) => each.last === null).length;
        return (
          <Page title={text.title} lead={items.length > 0 && text.lead(items.length, silent)}>
            {items.length === 0 ? <Empty /> : <Measures items={items} />}
          </Page>
        );
      }}
    </Asked>
  );
}

function Measures({ items }: { items: Measure[] }) {
  const [chosen, set] = useFilters();
  const find = chosen("find").toLowerCase();
  const project = chosen("project");
  const projects = [...new Set(items.map((each) => each.project))].sort();
  const shown = items.filter(
    (each) => (!project || each.project === project) && `${each.name} ${each.title} ${each.owner ?? ""}`.toLowerCase().includes(find),
  );
  return (
    <>
      <search className="filters">
        <label className="field">
          {text.find}
          <input type="search" value={chosen("find")} onChange={(event) => set("find", event.target.value)} />
        </label>
        <label className="field">
          {text.project}
          <select value={project} onChange={(event) => set("project", event.target.value)}>
            <option value="">{text.everyProject}</option>
            {projects.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      </search>
      {shown.length === 0 ? (
        <p className="empty">{text.nothing}</p>
      ) : (
        <table className="stack">
          <thead>
            <tr>
              {Object.entries(text.columns).map(([key, name]) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <Row key={each.name} measure={each} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ measure }: { measure: Measure }) {
  const { last } = measure;
  return (
    <tr>
      <th scope="row">
        <Link className="quiet" href={`/measures/${encodeURIComponent(measure.name)}`}>
          {measure.title}
        </Link>
        <div className="muted small">
          {measure.project} / {measure.name}, {measure.cadence}
        </div>
      </th>
      <td data-name={text.columns.latest}>
        {last ? (
          <>
            {amountOf(last.value, measure.unit)} <span className="muted small">{dateOf(last.period ?? "")}</span>
          </>
        ) : (
          <span className="muted">{text.noValue}</span>
        )}
      </td>
      <td data-name={text.columns.better}>{betterOf(measure.better)}</td>
      <td data-name={text.columns.source}>{text.sources[measure.source] ?? measure.source}</td>
      <td data-name={text.columns.owner}>{measure.owner ?? <span className="muted">{text.noOwner}</span>}</td>
    </tr>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p>{text.empty}</p>
      <pre>outturn validate FOLDER{"\n"}outturn apply FOLDER</pre>
    </div>
  );
}
