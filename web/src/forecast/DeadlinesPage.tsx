import { Link } from "wouter";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { Page } from "../parts/Page";
import { momentOf } from "../parts/time";
import { useFilters } from "../parts/useFilters";
import { forecastText as text } from "../text/forecast";
import { Chance } from "./Chance";
import { isGuess, isOpen, keyOf, type Line } from "./chance";
import { WhatIf } from "./WhatIf";
import { When } from "./When";
import "./forecast.css";

const MOST = 1_000;

/** Will what is promised be kept? Of runs that live, and of those that start in the next 24 hours. */
export default function DeadlinesPage() {
  const query = queries.useQuery("get", "/api/v1/forecasts", { params: { query: { limit: MOST } } }, { refetchInterval: 10_000 });
  return (
    <Asked query={query} lines={10}>
      {(data) => {
        const open = data.items.filter(isOpen);
        const doubtful = open.filter((each) => each.chance < 0.5 && !isGuess(each)).length;
        return (
          <Page
            title={text.title}
            lead={text.lead(open.length, doubtful, open[0] && momentOf(open[0].by))}
            tools={
              <a className="button" href="#what-if">
                {text.whatIf.title}
              </a>
            }
          >
            {data.items.length === 0 ? <Empty /> : <Lines lines={data.items} />}
            {data.leftOut > 0 && <p className="muted">{text.left(data.leftOut)}</p>}
            {data.items.length > 0 && <WhatIf />}
          </Page>
        );
      }}
    </Asked>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  const [chosen, set] = useFilters();
  const workflow = chosen("workflow");
  const shown = lines
    .filter((each) => !workflow || each.about.workflow === workflow)
    .filter((each) => !chosen("doubtful") || (isOpen(each) && (isGuess(each) || each.chance < 0.8)));
  return (
    <>
      <search className="filters">
        <label className="field">
          {text.workflow}
          <select value={workflow} onChange={(event) => set("workflow", event.target.value)}>
            <option value="">{text.any}</option>
            {[...new Set(lines.map((each) => each.about.workflow))].sort().map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <label className="row small">
          <input type="checkbox" checked={chosen("doubtful") !== ""} onChange={(event) => set("doubtful", event.target.checked ? "yes" : "")} />
          {text.doubtful}
        </label>
      </search>
      {shown.length === 0 ? <p className="empty">{text.none}</p> : <Table lines={shown} />}
    </>
  );
}

function Table({ lines }: { lines: Line[] }) {
  const columns = text.columns;
  return (
    <table className="stack">
      <thead>
        <tr>
          {Object.values(columns).map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={keyOf(line)}>
            <td data-name={columns.by}>
              <Moment at={line.by} zone={line.about.timezone} />
            </td>
            <th scope="row">
              <Subject line={line} />
            </th>
            <td data-name={columns.chance}>
              <Chance line={line} />
            </td>
            <td data-name={columns.end}>
              {!isGuess(line) && <When at={line.finish.p50} zone={line.about.timezone} />}
            </td>
            <td data-name={columns.late}>
              {!isGuess(line) && <When at={line.finish.p90} zone={line.about.timezone} />}
            </td>
            <td data-name={columns.why}>{line.enoughHistory ? line.cause : line.knowledge}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Subject({ line }: { line: Line }) {
  const name = `${line.about.workflow}: ${line.deadline}`;
  return line.about.run ? (
    <Link href={`/runs/${line.about.run}`}>{name}</Link>
  ) : (
    <>
      <Link href={`/workflows/${encodeURIComponent(line.about.workflow)}`}>{name}</Link> <span className="muted small">{text.toCome}</span>
    </>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p>{text.empty}</p>
      <pre tabIndex={0}>{text.example}</pre>
    </div>
  );
}
