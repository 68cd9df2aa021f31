import { Link } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { Page } from "../parts/Page";
import { useFilters } from "../parts/useFilters";
import { workflowsText as text } from "../text/workflows";
import { LastRuns } from "./LastRuns";

type Summary = components["schemas"]["WorkflowSummary"];

/** All workflows; what is typed and chosen is in the address, so that it can be shared. */
export default function WorkflowsPage() {
  const query = queries.useQuery("get", "/api/v1/workflows", {}, { refetchInterval: 15_000 });
  return (
    <Asked query={query}>
      {(data) => {
        const items = (data.items ?? []) as Summary[];
        const running = items.filter((each) => (each.live?.running ?? 0) > 0).length;
        return (
          <Page title={text.title} lead={items.length > 0 && text.lead(items.length, running)}>
            {items.length === 0 ? <Empty /> : <Workflows items={items} />}
          </Page>
        );
      }}
    </Asked>
  );
}

function Workflows({ items }: { items: Summary[] }) {
  const [chosen, set] = useFilters();
  const typed = chosen("find");
  const project = chosen("project");
  const projects = [...new Set(items.map((each) => each.project))].sort();
  const shown = items.filter((each) => fits(each, typed.toLowerCase(), project));
  return (
    <>
      <search className="filters">
        <label className="field">
          {text.filter}
          <input type="search" value={typed} onChange={(event) => set("find", event.target.value)} />
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
              <th scope="col">{text.columns.name}</th>
              <th scope="col">{text.columns.last}</th>
              <th scope="col">{text.columns.next}</th>
              <th scope="col">{text.columns.owner}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <Row key={each.name} workflow={each} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ workflow }: { workflow: Summary }) {
  return (
    <tr>
      <th scope="row">
        <Link className="quiet" href={`/workflows/${encodeURIComponent(workflow.name)}`}>
          {workflow.title ?? workflow.name}
        </Link>
        <div className="muted small">
          {workflow.project} / {workflow.name}
        </div>
      </th>
      <td data-name={text.columns.last}>
        <LastRuns runs={workflow.lastRuns ?? []} />
      </td>
      <td data-name={text.columns.next}>
        <NextStart workflow={workflow} />
      </td>
      <td data-name={text.columns.owner}>{workflow.owner}</td>
    </tr>
  );
}

function NextStart({ workflow }: { workflow: Summary }) {
  const schedules = workflow.schedules ?? [];
  if (schedules.length === 0) return <span className="muted">{text.noSchedule}</span>;
  const next = schedules
    .filter((each) => each.next && !each.paused)
    .sort((one, other) => String(one.next).localeCompare(String(other.next)))
    .at(0);
  if (!next?.next) return <span className="muted">{text.paused}</span>;
  return <Moment at={next.next} zone={next.timezone} />;
}

function Empty() {
  return (
    <div className="empty">
      <p>{text.empty}</p>
      <pre>outturn validate FOLDER{"\n"}outturn plan FOLDER{"\n"}outturn apply FOLDER</pre>
    </div>
  );
}

/** A workflow is shown when its project is the chosen one and one of its names holds what was typed. */
export function fits(workflow: Pick<Summary, "name" | "title" | "owner" | "project">, typed: string, project: string): boolean {
  if (project && workflow.project !== project) return false;
  return [workflow.name, workflow.title, workflow.owner].some((each) => (each ?? "").toLowerCase().includes(typed));
}
