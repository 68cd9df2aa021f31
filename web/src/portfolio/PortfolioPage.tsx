import { Link } from "wouter";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { dateOf } from "../parts/time";
import { useFilters } from "../parts/useFilters";
import { portfolioText as text } from "../text/portfolio";
import { fits, type Line } from "./fits";
import { PortfolioRow } from "./PortfolioRow";
import "./portfolio.css";

/** All outcomes, words first, then a line each. It is the report for a board when it is printed. */
export default function PortfolioPage() {
  const query = queries.useQuery("get", "/api/v1/portfolio", {}, { refetchInterval: 30_000 });
  return (
    <Asked query={query} lines={10}>
      {(data) => (
        <Page title={text.title} lead={data.items.length > 0 && data.sentence} tools={<Tools />}>
          {data.items.length === 0 ? <Empty /> : <Lines items={data.items} />}
          {data.asOf && (
            <p className="muted small">
              {text.asOf(dateOf(data.asOf))} {data.behind > 0 && text.behind(data.behind)}
            </p>
          )}
        </Page>
      )}
    </Asked>
  );
}

function Tools() {
  return (
    <>
      <Link className="button" href="/value-map">
        {text.map}
      </Link>
      <a className="button" href="/api/v1/report">
        {text.report}
      </a>
    </>
  );
}

function Lines({ items }: { items: Line[] }) {
  const [chosen, set] = useFilters();
  const choice = { find: chosen("find"), project: chosen("project"), step: chosen("step"), waits: chosen("waits") === "yes" };
  const shown = items.filter((each) => fits(each, choice));
  const projects = [...new Set(items.map((each) => each.project))].sort();
  return (
    <>
      <search className="filters">
        <label className="field">
          {text.find}
          <input type="search" value={choice.find} onChange={(event) => set("find", event.target.value)} />
        </label>
        <label className="field">
          {text.project}
          <select value={choice.project} onChange={(event) => set("project", event.target.value)}>
            <option value="">{text.everyProject}</option>
            {projects.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <label className="field">
          {text.step}
          <select value={choice.step} onChange={(event) => set("step", event.target.value)}>
            <option value="">{text.everyStep}</option>
            {text.steps.map((each) => (
              <option key={each} value={each}>
                {text.open(each)}
              </option>
            ))}
            <option value="passed">{text.passed}</option>
          </select>
        </label>
        <label className="tick">
          <input type="checkbox" checked={choice.waits} onChange={(event) => set("waits", event.target.checked ? "yes" : "")} />
          {text.waits}
        </label>
      </search>
      {shown.length === 0 ? <p className="empty">{text.nothing}</p> : <Table items={shown} />}
    </>
  );
}

function Table({ items }: { items: Line[] }) {
  const names = Object.entries(text.columns);
  return (
    <table className="stack portfolio">
      <thead>
        <tr>
          {names.map(([key, name]) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((each) => (
          <PortfolioRow key={each.name} line={each} />
        ))}
      </tbody>
    </table>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p>
        {text.empty} <Link href="/describe">{text.describe}</Link>, {text.emptyThen}
      </p>
      <pre>outturn validate FOLDER{"\n"}outturn plan FOLDER{"\n"}outturn apply FOLDER</pre>
    </div>
  );
}
