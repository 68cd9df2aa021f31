import { useEffect, useMemo, useRef, useState } from "react";
import { lengthOf } from "../parts/time";
import { words } from "../text/words";
import { runText as text } from "../text/run";
import { type Bar, type Extent, extentOf, partOf, type Row, rowsOf, ticksOf, windowOf } from "./timeline";
import { ended, type Overview, type TaskBrief } from "./useRun";

const ROW = 24;
const TICKS = 5;
const LIVE_MS = 1_000;

interface Props {
  tasks: TaskBrief[];
  run: Overview;
  usual: number | undefined;
  chosen: string | null;
  choose: (name: string | null) => void;
}

/** Attempts as bars over time, a row for each task; only the rows in sight are drawn. */
export function Timeline({ tasks, run, usual, chosen, choose }: Props) {
  const live = !ended(run.state);
  const now = useNow(live);
  const rows = useMemo(() => rowsOf(tasks, now), [tasks, now]);
  const extent = extentOf(rows, run, now);
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 480 });
  // Its height changes with the window, with a task beside it, and when it comes into sight at all.
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setSeen({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // The row of a task that was chosen elsewhere comes into sight.
  useEffect(() => {
    const at = chosen === null ? -1 : rows.findIndex((row) => row.name === chosen);
    const element = box.current;
    if (at < 0 || element === null) return;
    const top = at * ROW;
    if (top < element.scrollTop || top > element.scrollTop + element.clientHeight - 2 * ROW) element.scrollTop = Math.max(0, top - element.clientHeight / 2);
    // Only when another task is chosen: rows that move under the reader would be worse.
  }, [chosen]);
  const { first, end } = windowOf(seen.top, seen.height, ROW, rows.length);
  const usualEnd = run.started && usual !== undefined ? Date.parse(run.started) + usual * 1_000 : undefined;
  const ticks = ticksOf(extent, TICKS);
  return (
    <div className="gantt" role="group" aria-label={text.timelineOf(tasks.length)}>
      <div className="gantt-head" aria-hidden="true">
        <div className="gantt-track">
          {ticks.map((tick) => (
            <span key={tick.seconds} style={{ left: percent(partOf(tick.at, extent)) }}>
              {tick.seconds === 0 ? "0" : lengthOf(tick.seconds)}
            </span>
          ))}
        </div>
      </div>
      <div
        className="gantt-rows"
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={text.timelineRows}
        onScroll={(event) => setSeen({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
      >
        <div className="gantt-sheet" style={{ height: rows.length * ROW }}>
          <div className="gantt-lines gantt-track" aria-hidden="true">
            {ticks.map((tick) => (
              <i key={tick.seconds} style={{ left: percent(partOf(tick.at, extent)) }} />
            ))}
            {usualEnd !== undefined && usualEnd < extent.to && <i className="usual" title={text.usualEnd} style={{ left: percent(partOf(usualEnd, extent)) }} />}
            {live && <i className="now" title={text.now} style={{ left: percent(partOf(now, extent)) }} />}
          </div>
          {rows.slice(first, end).map((row, at) => (
            <TaskRow key={row.name} row={row} top={(first + at) * ROW} extent={extent} chosen={row.name === chosen} choose={choose} />
          ))}
        </div>
      </div>
      <p className="muted small gantt-key">
        {usualEnd !== undefined && usualEnd < extent.to && (
          <span>
            <i className="usual" /> {text.usualEnd}
          </span>
        )}
        {live && (
          <span>
            <i className="now" /> {text.now}
          </span>
        )}
      </p>
    </div>
  );
}

function TaskRow(props: { row: Row; top: number; extent: Extent; chosen: boolean; choose: (name: string) => void }) {
  const { row, extent } = props;
  return (
    <div className={props.chosen ? "gantt-row chosen" : "gantt-row"} style={{ top: props.top }} onClick={() => props.choose(row.name)}>
      <button type="button" tabIndex={-1} title={row.name} aria-pressed={props.chosen}>
        {row.name}
      </button>
      <div className="gantt-track">
        {row.bars.map((bar, at) => (
          <i
            key={at}
            className={`run-bar ${bar.state}${bar.several ? " several" : ""}`}
            title={titleOf(row.name, bar)}
            style={{ left: percent(partOf(bar.from, extent)), width: percent(partOf(bar.to, extent) - partOf(bar.from, extent)) }}
          />
        ))}
      </div>
    </div>
  );
}

function titleOf(name: string, bar: Bar): string {
  const length = lengthOf((bar.to - bar.from) / 1_000);
  const state = words.states[bar.state] ?? bar.state;
  return bar.several ? text.bars(name, bar.attempt, state, length) : text.bar(name, bar.attempt, state, length);
}

const percent = (part: number) => `${(part * 100).toFixed(3)}%`;

/** The time, moving while something is under way. */
function useNow(live: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => setNow(Date.now()), LIVE_MS);
    return () => clearInterval(timer);
  }, [live]);
  return now;
}
