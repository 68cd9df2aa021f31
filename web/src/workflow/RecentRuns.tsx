import { Link } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { State } from "../parts/State";
import { lengthOf, momentOf, spanOf } from "../parts/time";
import { workflowText } from "../text/workflow";
import { words } from "../text/words";

type Run = components["schemas"]["RunSummary"];

const text = workflowText.runs;
const COUNT = 30;
const LISTED = 10;
const WIDE = 900;
const HIGH = 96;
/** How many lines of text the bars are as high as. */
const BAR_LINES = 5;

/**
 * The last runs as bars, as high as they took long, and the newest of them as a list. The place of so many as are
 * known is kept until they come.
 */
export function RecentRuns({ name, known }: { name: string; known: number }) {
  const query = queries.useQuery("get", "/api/v1/runs", { params: { query: { workflow: name, limit: COUNT } } }, { refetchInterval: 10_000 });
  return (
    <section>
      <div className="row spread heading">
        <h2>{text.title}</h2>
        <Link href={`/runs?workflow=${encodeURIComponent(name)}`}>{text.all}</Link>
      </div>
      <Asked query={query} lines={linesOf(known)}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{text.none}</p>
          ) : (
            <>
              {items.length > 1 && <Bars runs={items as Run[]} />}
              <List runs={(items as Run[]).slice(0, LISTED)} />
            </>
          )
        }
      </Asked>
    </section>
  );
}

function linesOf(known: number): number {
  return Math.min(known, LISTED) + 1 + (known > 1 ? BAR_LINES : 0);
}

function secondsOf(run: Run): number {
  if (!run.started) return 0;
  return Math.max(0, ((run.ended ? new Date(run.ended) : new Date()).getTime() - new Date(run.started).getTime()) / 1_000);
}

function Bars({ runs }: { runs: Run[] }) {
  const inOrder = [...runs].reverse();
  const longest = Math.max(0.001, ...inOrder.map(secondsOf));
  const step = WIDE / COUNT;
  return (
    <div className="sideways" tabIndex={0} role="region" aria-label={text.title}>
      <svg className="bars" viewBox={`0 0 ${WIDE} ${HIGH + 18}`} role="group" aria-label={text.title}>
        <line className="scale" x1="0" x2={WIDE} y1={16} y2={16} />
        <line className="scale" x1="0" x2={WIDE} y1={HIGH + 16} y2={HIGH + 16} />
        <text x="0" y="11">
          {lengthOf(longest)}
        </text>
        {inOrder.map((run, at) => {
          const high = Math.max(3, (HIGH * secondsOf(run)) / longest);
          const says = `${run.businessDate}: ${words.states[run.state] ?? run.state}, ${run.started ? `${momentOf(run.started)}, ${lengthOf(secondsOf(run))}` : text.notStarted}`;
          return (
            <Link key={run.id} href={`/runs/${run.id}`} aria-label={says}>
              <rect x={at * step} y={HIGH + 16 - high} width={step - 8} height={high} rx="1.5" fill={`var(--outturn-${paintOf(run.state)})`}>
                <title>{says}</title>
              </rect>
            </Link>
          );
        })}
      </svg>
    </div>
  );
}

function paintOf(state: string): string {
  return state === "succeeded" || state === "failed" || state === "running" ? state : "waiting";
}

function List({ runs }: { runs: Run[] }) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{text.columns.run}</th>
          <th scope="col">{text.columns.date}</th>
          <th scope="col">{text.columns.began}</th>
          <th scope="col">{text.columns.took}</th>
          <th scope="col">{text.columns.by}</th>
          <th scope="col">{text.columns.note}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <Link className="quiet" href={`/runs/${run.id}`}>
                <State state={run.state} /> <span className="muted small">{run.id}</span>
              </Link>
            </th>
            <td data-name={text.columns.date} className="date">
              {run.businessDate}
            </td>
            <td data-name={text.columns.began}>{run.started && <Moment at={run.started} />}</td>
            <td data-name={text.columns.took}>{run.started && spanOf(run.started, run.ended)}</td>
            <td data-name={text.columns.by}>{byOf(run)}</td>
            <td data-name={text.columns.note} className="muted">
              {run.note}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function byOf({ startedBy }: Run): string {
  if (startedBy.user) return startedBy.user;
  if (startedBy.schedule) return `schedule ${startedBy.schedule}`;
  if (startedBy.trigger) return `event ${startedBy.trigger}`;
  return startedBy.parent?.run ? `run ${startedBy.parent.run}` : "";
}
