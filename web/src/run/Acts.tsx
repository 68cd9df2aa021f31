import { type FormEvent, useState } from "react";
import { api } from "../api/client";
import { Moment } from "../parts/Moment";
import { ProblemNote } from "../parts/ProblemNote";
import { runText as text } from "../text/run";
import { useAct, useRole } from "./useAct";
import type { Overview } from "./useRun";

/** What people did to the run and wrote about it: when, who, and why. */
export function Acts({ run }: { run: Overview }) {
  const role = useRole();
  return (
    <section>
      <h2>{text.history}</h2>
      {run.acts.length === 0 ? (
        <p className="muted">{text.noActs}</p>
      ) : (
        <table className="stack dense">
          <thead>
            <tr>
              <th scope="col">{text.actColumns.at}</th>
              <th scope="col">{text.actColumns.who}</th>
              <th scope="col">{text.actColumns.what}</th>
              <th scope="col">{text.actColumns.why}</th>
            </tr>
          </thead>
          <tbody>
            {run.acts.map((act, at) => (
              <tr key={at}>
                <th scope="row">
                  <Moment at={act.at} />
                </th>
                <td>{act.who}</td>
                <td>
                  {act.verb} {act.task}
                  {act.before && act.after && <div className="muted small">{text.change(act.before, act.after)}</div>}
                </td>
                <td>{act.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {role !== undefined && role !== "viewer" && <Note run={run.id} />}
    </section>
  );
}

function Note({ run }: { run: string }) {
  const [note, setNote] = useState("");
  const { busy, error, act } = useAct();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => api.POST("/api/v1/runs/{id}/notes", { params: { path: { id: run } }, body: { text: note.trim() } }))) setNote("");
  };
  return (
    <details className="write-note">
      <summary>{text.writeNote}</summary>
      <form onSubmit={(event) => void send(event)}>
        <label className="field">
          {text.noteText}
          <textarea required maxLength={2_000} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        {error !== null && <ProblemNote error={error} />}
        <button type="submit" disabled={busy || note.trim() === ""}>
          {text.noteSave}
        </button>
      </form>
    </details>
  );
}
