import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { Suppose } from "../parts/Suppose";
import { lengthOf } from "../parts/time";
import { aheadText } from "../text/ahead";
import { sentencesOf, type WhatIf as Answer } from "./difference";

const text = aheadText.whatIf;
const fields = {
  holiday: { label: text.holiday, hint: text.holidayHint },
  without: { label: text.without, hint: text.withoutHint },
  pool: { label: text.pool, hint: text.poolHint },
};

/** What would be different if days were holidays, workflows left out, or pools of another size. */
export function WhatIf({ window, workflow }: { window: { from: string; to: string }; workflow: string }) {
  return (
    <Suppose fields={fields} words={text}>
      {(asked) => <Compared wish={asked} window={window} workflow={workflow} />}
    </Suppose>
  );
}

function Compared({ wish, window, workflow }: { wish: Record<keyof typeof fields, string>; window: { from: string; to: string }; workflow: string }) {
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
