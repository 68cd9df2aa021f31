import { useEffect, useMemo, useRef } from "react";
import { Link } from "wouter";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { State } from "../parts/State";
import { lengthOf } from "../parts/time";
import { runText as text } from "../text/run";
import { AnswerVerbs } from "./AnswerVerbs";
import { Attempts } from "./Attempts";
import { Log } from "./Log";
import type { Detail } from "./detail";
import { isSlow, secondsOf } from "./timeline";
import { ended, type Overview } from "./useRun";
import { Values } from "./Values";
import { TaskVerbs } from "./Verbs";

interface Props {
  run: Overview;
  task: string;
  usual: number | undefined;
  choose: (name: string | null) => void;
}

/** All about one task: why it stands as it does, what it did, what it wrote, and what can be done. */
export function TaskPanel({ run, task, usual, choose }: Props) {
  const brief = run.tasks.find((each) => each.name === task);
  const query = queries.useQuery("get", "/api/v1/runs/{id}/tasks/{task}", { params: { path: { id: run.id, task } } });
  const refetch = query.refetch;
  // Whatever is new of it in the run is read here too.
  useEffect(() => void refetch(), [brief, refetch]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    const place = heading.current?.getBoundingClientRect();
    if (place && (place.top < 0 || place.top > innerHeight)) heading.current?.scrollIntoView({ block: "start" });
  }, []);
  const followers = useMemo(() => run.tasks.filter((each) => each.needs?.includes(task)).map((each) => each.name), [run.tasks, task]);
  return (
    <aside className="panel" aria-label={text.panel(task)}>
      <div className="row spread">
        <h2 ref={heading} tabIndex={-1}>
          {task}
        </h2>
        <button type="button" className="plain" onClick={() => choose(null)}>
          {text.close}
        </button>
      </div>
      <Asked query={query}>
        {(data) => {
          const detail = data as Detail;
          return (
            <>
              <Standing detail={detail} run={run} usual={usual} took={brief && secondsOf(brief, Date.now())} />
              <Reasons detail={detail} />
              <AnswerVerbs run={run} detail={detail} />
              <TaskVerbs run={run} task={task} ways={detail.verbs} promised={detail.promised} />
              <Attempts task={detail.task} />
              <Outputs task={detail.task} />
              <Neighbours name={text.needs} tasks={detail.task.needs} choose={choose} />
              <Neighbours name={text.followers} tasks={followers} choose={choose} />
              <Log run={run.id} task={detail.task} live={!ended(run.state)} />
            </>
          );
        }}
      </Asked>
    </aside>
  );
}

function Standing({ detail, usual, took }: { detail: Detail; run: Overview; usual: number | undefined; took: number | undefined }) {
  const { task } = detail;
  const section = text.sections[task.conduct.section];
  return (
    <p className="standing">
      <State state={task.state} />
      {task.conduct.flags.map((flag) => (
        <span key={flag} className="tag">
          {text.flags[flag] ?? flag}
        </span>
      ))}
      {task.conduct.tolerated && <span className="tag">{text.tolerated}</span>}
      <span className="muted">
        {text.does[detail.does] ?? detail.does}
        {section && `, ${section}`}
      </span>
      {took !== undefined && <span className="number">{lengthOf(took)}</span>}
      {usual !== undefined && (
        <span className="muted number">
          {text.columns.usual.toLowerCase()} {lengthOf(usual)}
        </span>
      )}
      {isSlow(took, usual) && <span className="slow">▲ {text.slow}</span>}
      {task.items && <span className="number">{text.itemsDone(task.items.ended ?? 0, task.items.total ?? 0, task.items.failed ?? 0)}</span>}
    </p>
  );
}

function Reasons({ detail }: { detail: Detail }) {
  const { task, reasons } = detail;
  const book = task.conduct.runbook;
  return (
    <>
      {reasons.length === 0 && task.reason && <p>{capital(task.reason.text ?? "")}.</p>}
      {reasons.map((reason, at) => (
        <p key={at} className="reason">
          {capital(reason.text)}.{" "}
          {reason.until && (
            <span className="muted">
              ({text.until} <Moment at={reason.until} />)
            </span>
          )}
          {reason.holders.map((holder) => (
            <Link key={holder.run} href={`/runs/${holder.run}`} className="holder">
              {holder.workflow} {holder.run}
            </Link>
          ))}
        </p>
      ))}
      {book && (
        <div className="note">
          <p>
            <strong>{text.runbook}:</strong> {/^https?:\/\//.test(book) ? <a href={book} rel="noreferrer">{book}</a> : book}
          </p>
        </div>
      )}
    </>
  );
}

function Outputs({ task }: { task: Detail["task"] }) {
  const last = task.attempts.findLast((tried) => tried.outputs && Object.keys(tried.outputs).length > 0);
  if (!last?.outputs || task.items) return null;
  return (
    <>
      <h3>{text.outputs}</h3>
      <Values values={last.outputs} />
    </>
  );
}

const MOST_NAMED = 30;

function Neighbours({ name, tasks, choose }: { name: string; tasks: string[]; choose: (name: string) => void }) {
  if (tasks.length === 0) return null;
  return (
    <p className="neighbours">
      <span className="muted">{name}:</span>{" "}
      {tasks.slice(0, MOST_NAMED).map((each) => (
        <button key={each} type="button" className="link" onClick={() => choose(each)}>
          {each}
        </button>
      ))}
      {tasks.length > MOST_NAMED && <span className="muted">+{tasks.length - MOST_NAMED}</span>}
    </p>
  );
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
