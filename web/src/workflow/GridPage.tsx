import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Link, useParams, useSearchParams } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { marks } from "../parts/marks";
import { Page } from "../parts/Page";
import { State } from "../parts/State";
import { gridText as text } from "../text/grid";
import { words } from "../text/words";
import { type Cell, isWeekend, moved, shownTasks } from "./gridMoves";
import "./workflow.css";

type Grid = components["schemas"]["Grid"];

/** The tasks of a workflow by business dates. What is chosen is in the address. */
export default function GridPage() {
  const name = useParams<{ name: string }>().name;
  const [search, setSearch] = useSearchParams();
  const dates = Number(search.get("dates") ?? "30");
  const query = queries.useQuery("get", "/api/v1/workflows/{name}/grid", { params: { path: { name }, query: { dates } } }, { refetchInterval: 15_000 });
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
    <Asked query={query} title={name} lines={12}>
      {(grid) => (
        <Page
          title={text.title(name)}
          lead={leadOf(grid)}
          tools={
            <Link className="button" href={`/workflows/${encodeURIComponent(name)}`}>
              {text.back}
            </Link>
          }
        >
          <search className="filters">
            <label className="field">
              {text.dates}
              <select value={String(dates)} onChange={(event) => set("dates", event.target.value)}>
                {[7, 14, 30, 60, 100].map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
            <label className="field">
              {text.find}
              <input type="search" value={search.get("find") ?? ""} onChange={(event) => set("find", event.target.value)} />
            </label>
            <div className="ticks">
              <label>
                <input type="checkbox" checked={search.has("failed")} onChange={(event) => set("failed", event.target.checked ? "yes" : "")} />
                {text.only}
              </label>
            </div>
          </search>
          {grid.columns.length > 0 && <Table grid={grid} tasks={shownTasks(grid.tasks, grid.columns, search.get("find") ?? "", search.has("failed"))} />}
          <Key />
          {grid.leftOut > 0 && <p className="muted">{text.left(grid.leftOut)}</p>}
        </Page>
      )}
    </Asked>
  );
}

function leadOf(grid: Grid): string {
  const first = grid.columns[0];
  const last = grid.columns[grid.columns.length - 1];
  if (!first || !last) return text.none;
  const bad = grid.columns.filter((each) => each.state === "failed" || each.state === "cancelled").length;
  return text.lead(grid.columns.length, first.businessDate, last.businessDate, bad);
}

/** One cell at a time is in the order of the Tab key; arrows move it. */
function Table({ grid, tasks }: { grid: Grid; tasks: string[] }) {
  const body = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  // The newest dates are at the end.
  useEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, [grid.columns.length]);
  const rows = [text.whole, ...tasks];
  const [at, setAt] = useState<Cell>({ row: 0, column: grid.columns.length - 1 });
  const chosen = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, grid.columns.length - 1) };
  const press = (event: KeyboardEvent) => {
    const to = moved(chosen, event.key, rows.length, grid.columns.length);
    if (!to) return;
    event.preventDefault();
    setAt(to);
    body.current?.querySelector<HTMLElement>(`[data-cell="${to.row}/${to.column}"]`)?.focus();
  };
  return (
    <div className="sideways" ref={scroller} tabIndex={0} role="region" aria-label={text.keys}>
      <table className="grid-table" ref={body} onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col">{text.tasks}</th>
            {grid.columns.map((each) => (
              <th key={each.businessDate} scope="col" className={isWeekend(each.businessDate) ? "weekend" : ""} title={each.businessDate}>
                <span aria-hidden="true">
                  {each.businessDate.slice(8)}
                  <br />
                  {each.businessDate.slice(5, 7)}
                </span>
                <span className="hidden-text">{each.businessDate}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((task, row) => (
            <tr key={task} className={row === 0 ? "whole" : ""}>
              <th scope="row" title={task}>
                {task}
              </th>
              {grid.columns.map((each, column) => {
                const state = row === 0 ? each.state : each.tasks[task];
                const says = text.cell(task, each.businessDate, state ? (words.states[state] ?? state) : text.notBegun, each.runs);
                return (
                  <td key={each.businessDate}>
                    <Link
                      className={`cell ${state ?? ""}`}
                      href={`/runs/${each.run}`}
                      aria-label={says}
                      title={says}
                      data-cell={`${row}/${column}`}
                      tabIndex={row === chosen.row && column === chosen.column ? 0 : -1}
                      onFocus={() => setAt({ row, column })}
                    >
                      {state ? (marks[state] ?? "·") : "·"}
                    </Link>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {tasks.length === 0 && <p className="muted">{text.nothing}</p>}
    </div>
  );
}

function Key() {
  return (
    <div className="state-key small">
      {["succeeded", "failed", "running", "skipped", "cancelled", "lost"].map((each) => (
        <State key={each} state={each} />
      ))}
      <span className="muted">{text.keys}</span>
    </div>
  );
}
