import { useEffect, useMemo, useState } from "react";
import { useSearchParams } from "wouter";
import { Moment } from "../parts/Moment";
import { State } from "../parts/State";
import { lengthOf } from "../parts/time";
import { words } from "../text/words";
import { runText as text } from "../text/run";
import { levelsOf } from "./layout";
import { isSlow, secondsOf } from "./timeline";
import type { TaskBrief } from "./useRun";

const AT_ONCE = 50;

interface Props {
  tasks: TaskBrief[];
  usual: Map<string, number>;
  chosen: string | null;
  choose: (name: string | null) => void;
}

/** The tasks as a table: the same as the graph and the timeline, for reading and for the keyboard. */
export function TaskList({ tasks, usual, chosen, choose }: Props) {
  const [search, setSearch] = useSearchParams();
  const [most, setMost] = useState(AT_ONCE);
  const typed = search.get("find") ?? "";
  const state = search.get("tasks") ?? "";
  const level = Number(search.get("level") ?? 0);
  useEffect(() => setMost(AT_ONCE), [typed, state, level]);
  const found = useMemo(() => fitting(tasks, typed, state, level), [tasks, typed, state, level]);
  const set = (key: string, value: string) =>
    setSearch(
      (old) => {
        if (value) old.set(key, value);
        else old.delete(key);
        return old;
      },
      { replace: true },
    );
  return (
    <section aria-labelledby="run-tasks">
      <h2 id="run-tasks">{text.tasks}</h2>
      <search className="filters">
        <label className="field">
          {text.taskFilter}
          <input type="search" value={typed} onChange={(event) => set("find", event.target.value)} />
        </label>
        <label className="field">
          {text.stateFilter}
          <select value={state} onChange={(event) => set("tasks", event.target.value)}>
            <option value="">{text.everyState}</option>
            {[...new Set(tasks.map((task) => task.state))].sort().map((each) => (
              <option key={each} value={each}>
                {words.states[each] ?? each}
              </option>
            ))}
          </select>
        </label>
        {level > 0 && (
          <button type="button" onClick={() => set("level", "")}>
            {text.levelFilter(level)} <span aria-hidden="true">×</span>
            <span className="hidden-text">{text.everyLevel}</span>
          </button>
        )}
        <span className="muted small" role="status">
          {text.tasksOf(found.length)}
        </span>
      </search>
      {found.length === 0 ? (
        <p className="empty">{text.noTask}</p>
      ) : (
        <>
          <Table tasks={found.slice(0, most)} usual={usual} chosen={chosen} choose={choose} />
          {found.length > most && (
            <button type="button" onClick={() => setMost(most + AT_ONCE)}>
              {text.showMore(Math.min(AT_ONCE, found.length - most))}
            </button>
          )}
        </>
      )}
    </section>
  );
}

/** Tasks whose name holds what was typed, in this state and on this level, counted from 1. */
export function fitting<T extends { name: string; state: string; needs?: string[] }>(tasks: T[], typed: string, state: string, level: number): T[] {
  const wanted = typed.trim().toLowerCase();
  const names = level > 0 ? new Set(levelsOf(tasks)[level - 1] ?? []) : undefined;
  return tasks.filter((task) => task.name.toLowerCase().includes(wanted) && (!state || task.state === state) && (!names || names.has(task.name)));
}

function Table({ tasks, usual, chosen, choose }: Props) {
  return (
    <table className="stack dense tasks">
      <thead>
        <tr>
          <th scope="col">{text.columns.task}</th>
          <th scope="col">{text.columns.state}</th>
          <th scope="col">{text.columns.started}</th>
          <th scope="col" className="number">
            {text.columns.took}
          </th>
          <th scope="col" className="number">
            {text.columns.usual}
          </th>
          <th scope="col" className="number">
            {text.columns.attempts}
          </th>
          <th scope="col">{text.columns.why}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <TaskLine key={task.name} task={task} usual={usual.get(task.name)} chosen={task.name === chosen} choose={choose} />
        ))}
      </tbody>
    </table>
  );
}

function TaskLine(props: { task: TaskBrief; usual: number | undefined; chosen: boolean; choose: (name: string) => void }) {
  const { task, usual } = props;
  const attempts = task.attempts ?? [];
  const took = secondsOf(task, Date.now());
  const slow = isSlow(took, usual);
  return (
    <tr className={props.chosen ? "chosen" : undefined}>
      <th scope="row">
        <button type="button" className="link" aria-pressed={props.chosen} onClick={() => props.choose(task.name)}>
          {task.name}
        </button>
      </th>
      <td>
        <State state={task.state} />
        {marksOf(task).map((mark) => (
          <span key={mark} className="tag">
            {mark}
          </span>
        ))}
      </td>
      <td data-name={text.columns.started}>{attempts[0] && <Moment at={attempts[0].started} />}</td>
      <td className="number" data-name={text.columns.took}>
        {took !== undefined && lengthOf(took)}
        {slow && (
          <span className="slow" title={text.slow}>
            <span aria-hidden="true"> ▲</span>
            <span className="hidden-text"> {text.slow}</span>
          </span>
        )}
      </td>
      <td className="number muted" data-name={text.columns.usual}>
        {usual !== undefined && lengthOf(usual)}
      </td>
      <td className="number" data-name={text.columns.attempts}>
        {attempts.length > 0 && attempts.length}
      </td>
      <td data-name={text.columns.why}>{whyOf(task)}</td>
    </tr>
  );
}

function marksOf(task: TaskBrief): string[] {
  const flags = (task.flags ?? []).map((flag) => text.flags[flag] ?? flag);
  return task.tolerated ? [...flags, text.tolerated] : flags;
}

function whyOf(task: TaskBrief): string {
  const failure = task.state === "failed" ? task.attempts?.findLast((tried) => tried.failure)?.failure : undefined;
  const items = task.items ? text.itemsDone(task.items.ended, task.items.total, task.items.failed) : undefined;
  return [items, failure ?? task.reason?.text].filter(Boolean).join("; ");
}
