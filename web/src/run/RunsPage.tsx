import { keepPreviousData } from "@tanstack/react-query";
import { Link, useSearchParams } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { Page } from "../parts/Page";
import { State } from "../parts/State";
import { spanOf } from "../parts/time";
import { runsText as text } from "../text/runs";
import { ManyVerbs } from "./ManyVerbs";
import { RunFilters } from "./RunFilters";
import { type Filter, filterOf, isNarrow, queryOf } from "./filter";
import { starterOf } from "./said";
import { StartRun } from "./StartRun";
import "./run.css";

type Summary = components["schemas"]["RunSummary"];
const LOOK_EVERY_MS = 5_000;

/** Runs, newest first; what is filtered and where one is stand in the address. */
export default function RunsPage() {
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  // Only the newest page changes by itself.
  const every = filter.after === "" ? LOOK_EVERY_MS : false;
  const query = queries.useQuery(
    "get",
    "/api/v1/runs",
    { params: { query: queryOf(filter) } },
    { refetchInterval: every, placeholderData: keepPreviousData },
  );
  const items = (query.data?.items ?? []) as Summary[];
  const lead = query.data && (filter.after ? text.leadOlder : text.lead(items.length, query.data.next !== null, isNarrow(filter)));
  return (
    // Its line is there from the beginning, so that the filters stay where they are.
    <Page title={text.title} lead={query.isPending ? "\u00a0" : lead || undefined} tools={<StartRun key={filter.workflow} {...(filter.workflow && { workflow: filter.workflow })} />}>
      <RunFilters filter={filter} setSearch={setSearch} />
      <Asked query={query} lines={14}>
        {(data) => (
          <>
            <Runs items={data.items as Summary[]} filter={filter} />
            <Pages next={data.next} filter={filter} search={search} />
            {isNarrow(filter) && items.length > 0 && <ManyVerbs filter={filter} />}
          </>
        )}
      </Asked>
    </Page>
  );
}

function Runs({ items, filter }: { items: Summary[]; filter: Filter }) {
  if (items.length === 0) {
    return (
      <div className="empty">
        <p>{isNarrow(filter) || filter.after ? text.nothing : text.empty}</p>
        {!isNarrow(filter) && <pre>outturn run WORKFLOW</pre>}
      </div>
    );
  }
  return (
    <table className="stack runs">
      <thead>
        <tr>
          <th scope="col">{text.columns.workflow}</th>
          <th scope="col">{text.columns.state}</th>
          <th scope="col">{text.columns.date}</th>
          <th scope="col">{text.columns.started}</th>
          <th scope="col" className="number">
            {text.columns.took}
          </th>
          <th scope="col">{text.columns.by}</th>
          <th scope="col">{text.columns.notes}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((run) => (
          <Line key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ run }: { run: Summary }) {
  const by = starterOf(run.startedBy);
  return (
    <tr>
      <th scope="row">
        <Link className="quiet" href={`/runs/${run.id}`}>
          {run.workflow}
        </Link>
        <div className="muted small">
          {run.project} <code className="bare">{run.id}</code>
        </div>
      </th>
      <td>
        <State state={run.state} />
      </td>
      <td className="left number" data-name={text.columns.date}>
        {run.businessDate}
      </td>
      <td data-name={text.columns.started}>{run.started ? <Moment at={run.started} /> : <span className="muted">{text.notStarted}</span>}</td>
      <td className="number" data-name={text.columns.took}>
        {run.started && spanOf(run.started, run.ended)}
      </td>
      <td data-name={text.columns.by}>
        {by.run ? (
          <Link className="quiet" href={`/runs/${by.run}`}>
            {by.words}
          </Link>
        ) : (
          by.words
        )}
      </td>
      <td>{notesOf(run).join("; ")}</td>
    </tr>
  );
}

function notesOf(run: Summary): string[] {
  return [
    run.warnings > 0 ? text.warnings(run.warnings) : "",
    run.cancelledBy ? text.cancelledBy(run.cancelledBy) : "",
    run.note ?? "",
  ].filter(Boolean);
}

function Pages({ next, filter, search }: { next: string | null; filter: Filter; search: URLSearchParams }) {
  const to = (after: string | null) => {
    const params = new URLSearchParams(search);
    if (after === null) params.delete("after");
    else params.set("after", after);
    return `/runs?${params.toString()}`;
  };
  return (
    <nav className="row paging" aria-label={text.title}>
      {filter.after !== "" && (
        <Link className="button" href={to(null)}>
          {text.newest}
        </Link>
      )}
      {next !== null && (
        <Link className="button" href={to(next)}>
          {text.older}
        </Link>
      )}
    </nav>
  );
}
