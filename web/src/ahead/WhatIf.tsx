import { type FormEvent, useState } from "react";
import { useSearchParams } from "wouter";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { lengthOf } from "../parts/time";
import { aheadText } from "../text/ahead";
import { sentencesOf, type WhatIf as Answer } from "./difference";

const text = aheadText.whatIf;
const KEYS = ["holiday", "without", "pool"] as const;
type Wish = Record<(typeof KEYS)[number], string>;

const labels: Wish = { holiday: text.holiday, without: text.without, pool: text.pool };
const hints: Wish = { holiday: text.holidayHint, without: text.withoutHint, pool: text.poolHint };

/** What would be different if days were holidays, workflows left out, or pools of another size. */
export function WhatIf({ window, workflow }: { window: { from: string; to: string }; workflow: string }) {
  const [search, setSearch] = useSearchParams();
  const asked = Object.fromEntries(KEYS.map((key) => [key, search.get(key) ?? ""])) as Wish;
  const [typed, setTyped] = useState(asked);
  const take = (wish: Wish) =>
    setSearch(
      (old) => {
        for (const key of KEYS) {
          if (wish[key].trim()) old.set(key, wish[key].trim());
          else old.delete(key);
        }
        return old;
      },
      { replace: true },
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    take(typed);
  };
  const nothing = KEYS.every((key) => !asked[key]);
  return (
    <section>
      <h2 id="what-if">{text.title}</h2>
      <p className="muted">{text.say}</p>
      <form onSubmit={send}>
        <div className="suppose">
          {KEYS.map((key) => (
            <label key={key} className="field">
              {labels[key]}
              <input value={typed[key]} onChange={(event) => setTyped({ ...typed, [key]: event.target.value })} />
              <small>{hints[key]}</small>
            </label>
          ))}
        </div>
        <div className="row">
          <button type="submit" className="main" disabled={KEYS.every((key) => !typed[key].trim())}>
            {text.ask}
          </button>
          {!nothing && (
            <button
              type="button"
              onClick={() => {
                const empty = { holiday: "", without: "", pool: "" };
                setTyped(empty);
                take(empty);
              }}
            >
              {text.clear}
            </button>
          )}
        </div>
      </form>
      <div aria-live="polite" className="after">
        {!nothing && <Compared wish={asked} window={window} workflow={workflow} />}
      </div>
    </section>
  );
}

function Compared({ wish, window, workflow }: { wish: Wish; window: { from: string; to: string }; workflow: string }) {
  const given = Object.fromEntries(Object.entries({ ...wish, workflow }).filter(([, value]) => value));
  const query = queries.useQuery("get", "/api/v1/ahead/what-if", { params: { query: { ...window, ...given } } });
  return (
    <Asked query={query} lines={4}>
      {(answer) => (
        <>
          {sentencesOf(answer).map((sentence) => (
            <p key={sentence} className="serif">
              {sentence}
            </p>
          ))}
          {answer.differences.length > 0 && <Differences answer={answer} />}
          {answer.delays.length > 0 && <Delays answer={answer} />}
        </>
      )}
    </Asked>
  );
}

function Differences({ answer }: { answer: Answer }) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{text.columns.change}</th>
          <th scope="col">{text.columns.due}</th>
          <th scope="col">{text.columns.workflow}</th>
          <th scope="col">{text.columns.why}</th>
        </tr>
      </thead>
      <tbody>
        {answer.differences.map((each, at) => (
          <tr key={at}>
            <th scope="row">{text.changes[each.change] ?? each.change}</th>
            <td data-name={text.columns.due}>
              <Moment at={each.line.due} zone={each.line.timezone} />
              {each.line.count > 1 && ` × ${each.line.count}`}
            </td>
            <td data-name={text.columns.workflow}>{each.line.workflow}</td>
            <td data-name={text.columns.why} className="muted">
              {each.why}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Delays({ answer }: { answer: Answer }) {
  const names = text.delays;
  return (
    <>
      <h3>{names.title}</h3>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{names.due}</th>
            <th scope="col">{names.workflow}</th>
            <th scope="col">{names.now}</th>
            <th scope="col">{names.then}</th>
            <th scope="col">{names.waits}</th>
            <th scope="col">{names.why}</th>
          </tr>
        </thead>
        <tbody>
          {answer.delays.map((each, at) => (
            <tr key={at}>
              <th scope="row">
                <Moment at={each.due} />
              </th>
              <td data-name={names.workflow}>{each.workflow}</td>
              <td data-name={names.now}>{each.endsNow ? <Moment at={each.endsNow} /> : text.noEnd}</td>
              <td data-name={names.then}>{each.endsThen ? <Moment at={each.endsThen} /> : text.noEnd}</td>
              <td data-name={names.waits}>{each.waitsSeconds > 0 && lengthOf(each.waitsSeconds)}</td>
              <td data-name={names.why} className="muted">
                {each.why}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
