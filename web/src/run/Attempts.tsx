import { useState } from "react";
import type { components } from "../api/schema";
import { Moment } from "../parts/Moment";
import { State } from "../parts/State";
import { spanOf } from "../parts/time";
import { runText as text } from "../text/run";

const AT_ONCE = 12;

/** How often a task was tried, and how it went each time; what failed comes first where there are many. */
export function Attempts({ task }: { task: components["schemas"]["TaskOfRun"] }) {
  const [most, setMost] = useState(AT_ONCE);
  if (task.attempts.length === 0) return null;
  const many = task.attempts.length > AT_ONCE;
  const attempts = many ? [...task.attempts].sort((one, other) => Number(bad(other)) - Number(bad(one))) : task.attempts;
  const withItem = task.items !== null;
  const withExit = attempts.some((each) => each.exitCode !== null);
  return (
    <>
      <h3>{text.attempts}</h3>
      <div className="table">
        <table className="dense">
          <thead>
            <tr>
              {withItem && <th scope="col">{text.attemptColumns.item}</th>}
              <th scope="col">{text.attemptColumns.attempt}</th>
              <th scope="col">{text.attemptColumns.state}</th>
              <th scope="col">{text.attemptColumns.started}</th>
              <th scope="col" className="number">
                {text.attemptColumns.took}
              </th>
              {withExit && (
                <th scope="col" className="number">
                  {text.attemptColumns.exit}
                </th>
              )}
            </tr>
          </thead>
          {attempts.slice(0, most).map((each) => (
            <tbody key={`${each.item}-${each.attempt}`}>
              <tr>
                {withItem && <td className="number left">{each.item}</td>}
                <td className="number left">{each.attempt}</td>
                <td>
                  <State state={each.state} />
                </td>
                <td>
                  <Moment at={each.started} />
                </td>
                <td className="number">{spanOf(each.started, each.ended)}</td>
                {withExit && <td className="number">{each.exitCode}</td>}
              </tr>
              {(each.failure || each.note) && (
                <tr className="failure">
                  <td colSpan={4 + Number(withItem) + Number(withExit)}>
                    {each.failure?.message}
                    {each.note && <span className="muted"> {each.note}</span>}
                  </td>
                </tr>
              )}
            </tbody>
          ))}
        </table>
      </div>
      {attempts.length > most && (
        <button type="button" onClick={() => setMost(most + 10 * AT_ONCE)}>
          {text.showMore(Math.min(10 * AT_ONCE, attempts.length - most))}
        </button>
      )}
    </>
  );
}

function bad(attempt: components["schemas"]["Attempt"]): boolean {
  return attempt.state === "failed" || attempt.state === "lost";
}
