import { useEffect, useMemo, useRef, useState } from "react";
import type { components } from "../api/schema";
import { ProblemNote } from "../parts/ProblemNote";
import { timeOf } from "../parts/time";
import { words } from "../text/words";
import { runText as text } from "../text/run";
import { cut, foundIn, type Line, nextOf } from "./log";
import { windowOf } from "./timeline";
import { useLog } from "./useLog";

const ROW = 20;
const WINDOW_MORE = 40;

/** What a task wrote, live: searched, followed, and only the lines in sight drawn. */
export function Log({ run, task, live }: { run: string; task: components["schemas"]["TaskOfRun"]; live: boolean }) {
  const [of, setOf] = useState("");
  const [item, attempt] = of.split("/").map((part) => (part === "" || part === undefined ? undefined : Number(part)));
  const writes = live && !["succeeded", "failed", "skipped", "cancelled"].includes(task.state);
  const which = { run, task: task.name, ...(item === undefined ? {} : { item }), ...(attempt === undefined ? {} : { attempt }) };
  const { lines, reading, error } = useLog(which, writes);
  const [sought, setSought] = useState("");
  const [at, setAt] = useState(-1);
  const [follow, setFollow] = useState(writes);
  const found = useMemo(() => foundIn(lines, sought), [lines, sought]);
  const move = (step: 1 | -1) => {
    setFollow(false);
    setAt(nextOf(found, at, step) ?? -1);
  };
  return (
    <section className="log" aria-label={text.logOf(task.name)}>
      <h3>{text.log}</h3>
      <div className="row log-tools">
        <input
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          value={sought}
          onChange={(event) => {
            setSought(event.target.value);
            setAt(foundIn(lines, event.target.value)[0] ?? -1);
            if (event.target.value) setFollow(false);
          }}
          onKeyDown={(event) => event.key === "Enter" && move(event.shiftKey ? -1 : 1)}
        />
        {sought !== "" && (
          <>
            <span className="muted small" role="status">
              {text.found(found.indexOf(at) + 1, found.length)}
            </span>
            <button type="button" className="plain" disabled={found.length === 0} onClick={() => move(-1)}>
              {text.previous}
            </button>
            <button type="button" className="plain" disabled={found.length === 0} onClick={() => move(1)}>
              {text.next}
            </button>
          </>
        )}
        {task.attempts.length > 1 && (
          <select aria-label={text.logAttempt} value={of} onChange={(event) => setOf(event.target.value)}>
            <option value="">{text.everyAttempt}</option>
            {task.attempts.map((each) => (
              <option key={`${each.item}/${each.attempt}`} value={`${each.item ?? ""}/${each.attempt}`}>
                {each.item === null ? text.attemptIs(each.attempt) : text.itemIs(each.item, each.attempt)}
              </option>
            ))}
          </select>
        )}
        {writes && (
          <label className="row follow">
            <input type="checkbox" checked={follow} onChange={(event) => setFollow(event.target.checked)} />
            {text.follow}
          </label>
        )}
      </div>
      {error !== null && <ProblemNote error={error} />}
      {lines.length === 0 ? (
        <p className="muted">{reading ? words.loading : writes ? text.logEmpty : text.logNothing}</p>
      ) : (
        <Lines label={text.logOf(task.name)} lines={lines} sought={sought} at={at} follow={follow} />
      )}
    </section>
  );
}

function Lines(props: { label: string; lines: Line[]; sought: string; at: number; follow: boolean }) {
  const { lines, sought, at, follow } = props;
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 400 });
  useEffect(() => {
    if (follow && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [follow, lines]);
  useEffect(() => {
    if (at >= 0 && box.current) box.current.scrollTop = Math.max(0, at * ROW - box.current.clientHeight / 2);
  }, [at]);
  const { first, end } = windowOf(seen.top, seen.height, ROW, lines.length, WINDOW_MORE);
  return (
    <div
      className="log-lines"
      ref={box}
      role="log"
      aria-label={props.label}
      aria-live="off"
      tabIndex={0}
      onScroll={(event) => setSeen({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
    >
      <div style={{ height: lines.length * ROW }}>
        <div className="log-sheet" style={{ transform: `translateY(${first * ROW}px)` }}>
          {lines.slice(first, end).map((line, place) => (
            <div key={first + place} className={`line by-${line.stream}${first + place === at ? " found" : ""}`}>
              <time dateTime={line.at}>{timeOf(line.at)}</time>
              <span>
                {cut(line.text, sought).map((part, odd) => (odd % 2 === 1 ? <mark key={odd}>{part}</mark> : part))}
              </span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
