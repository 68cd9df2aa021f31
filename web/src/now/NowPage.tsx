import { useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { queries } from "../api/client";
import { useLive } from "../api/live";
import type { components } from "../api/schema";
import { promisesOf } from "../atrisk/stakes";
import { Asked } from "../parts/Asked";
import { Loading } from "../parts/Loading";
import { Moment } from "../parts/Moment";
import { Page } from "../parts/Page";
import { State } from "../parts/State";
import { spanOf } from "../parts/time";
import { countOf } from "../text/atRisk";
import { nowText as text, standing } from "../text/now";
import { DayPicture } from "./DayPicture";
import { dayOf } from "./day";
import "./now.css";

type Now = components["schemas"]["Now"];
type Run = components["schemas"]["NowRun"];

const MOST_ROWS = 24;
const BACK_HOURS = 12;

/** Is tonight's work all right? In a sentence, then in lists, worst first, then as a picture of the day. */
export function NowPage() {
  const now = queries.useQuery("get", "/api/v1/now", {}, { refetchInterval: 15_000 });
  const client = useQueryClient();
  useLive("/api/v1/now/events", ["changed"], () => void client.invalidateQueries({ queryKey: ["get", "/api/v1/now"] }));
  const risk = queries.useQuery("get", "/api/v1/at-risk", {}, { refetchInterval: 15_000 });
  // Both come before anything is drawn, so that nothing moves.
  if (risk.isPending) return <Loading lines={6} />;
  return <Asked query={now}>{(data) => <Told now={data} promises={promisesOf(risk.data?.items ?? [])} />}</Asked>;
}

function Told({ now, promises }: { now: Now; promises: number }) {
  const waiting = now.live.filter(waits);
  const running = now.live.filter((run) => !waits(run));
  const counts = { failed: now.failed.length, late: now.live.filter((run) => run.late).length, waiting: waiting.length, running: running.length };
  const nothing = now.live.length + now.failed.length + now.past.length + now.coming.length === 0;
  if (nothing) return <Nothing />;
  return (
    <Page title={text.title} lead={standing(counts)}>
      {now.heldSince && <p className="note problem">{text.held}</p>}
      {promises > 0 && (
        <p className="note problem">
          <Link href="/at-risk">{countOf(promises)}</Link>
        </p>
      )}
      <Runs title={text.failedTitle} runs={now.failed} />
      <Runs title={text.waitingTitle} runs={waiting} />
      <Runs title={text.runningTitle} runs={running} empty={text.nothingRuns} />
      <Day now={now} />
      <Coming now={now} />
    </Page>
  );
}

/** A run that has begun waits too when the first of its reasons is none of its own work. */
function waits(run: Run): boolean {
  return run.state === "waiting" || !(run.reason == null || ["working", "slot"].includes(run.reason.kind));
}

function Runs({ title, runs, empty }: { title: string; runs: Run[]; empty?: string }) {
  if (runs.length === 0 && empty === undefined) return null;
  return (
    <section>
      <h2>{title}</h2>
      {runs.length === 0 ? (
        <p className="muted">{empty}</p>
      ) : (
        <table className="stack">
          <thead>
            <tr>
              <th scope="col">{text.columns.workflow}</th>
              <th scope="col">{text.columns.businessDate}</th>
              <th scope="col">{text.columns.began}</th>
              <th scope="col" className="number">{text.columns.took}</th>
              <th scope="col">{text.columns.deadline}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function RunRow({ run }: { run: Run }) {
  return (
    <tr>
      <th scope="row">
        <State state={run.state} says="" />{" "}
        <Link className="quiet" href={`/runs/${run.id}`}>
          {run.title ?? run.workflow}
        </Link>
        {run.reason && <span className="why">{run.reason.text}</span>}
      </th>
      <td data-name={text.columns.businessDate}>{run.businessDate}</td>
      <td data-name={text.columns.began}>{run.started && <Moment at={run.started} />}</td>
      <td data-name={text.columns.took} className="number">
        {run.started && spanOf(run.started, run.ended)}
      </td>
      <td data-name={text.columns.deadline}>
        {run.deadline && <Moment at={run.deadline} />} {run.late && <span className="late-mark">{text.late}</span>}
      </td>
    </tr>
  );
}

function Day({ now }: { now: Now }) {
  const coming = now.coming.filter((each) => each.what === "starts").map((each) => ({ workflow: each.workflow, title: each.title ?? null, due: each.due, expectedEnd: each.expectedEnd ?? null }));
  const past = now.past.map((run) => ({ ...run, title: run.title ?? null, started: run.started ?? null, ended: run.ended ?? null, deadline: run.deadline ?? null }));
  const day = dayOf(past, coming, new Date(now.asOf), MOST_ROWS);
  if (day.rows.length === 0) return null;
  return (
    <section>
      <h2>{text.dayTitle}</h2>
      <p className="muted small">{text.daySays(BACK_HOURS)}</p>
      <DayPicture day={day} />
    </section>
  );
}

function Coming({ now }: { now: Now }) {
  return (
    <section>
      <h2>{text.comingTitle}</h2>
      {now.coming.length === 0 ? (
        <p className="muted">{text.nothingComes}</p>
      ) : (
        <table className="stack">
          <thead>
            <tr>
              <th scope="col">{text.columns.workflow}</th>
              <th scope="col">{text.columns.starts}</th>
              <th scope="col">{text.columns.ends}</th>
              <th scope="col">{text.columns.why}</th>
            </tr>
          </thead>
          <tbody>
            {now.coming.map((each) => (
              <tr key={each.workflow + each.schedule + each.due}>
                <th scope="row">
                  <Link className="quiet" href={`/workflows/${encodeURIComponent(each.workflow)}`}>
                    {each.title ?? each.workflow}
                  </Link>
                </th>
                <td data-name={text.columns.starts}>
                  <Moment at={each.due} zone={each.timezone} />
                </td>
                <td data-name={text.columns.ends}>{each.expectedEnd && <Moment at={each.expectedEnd} />}</td>
                <td className="muted small">{each.notes?.join("; ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Nothing() {
  return (
    <Page title={text.title}>
      <div className="empty">
        <p>{text.emptyServer}</p>
        <pre>outturn apply FOLDER{"\n"}outturn run WORKFLOW</pre>
      </div>
    </Page>
  );
}
