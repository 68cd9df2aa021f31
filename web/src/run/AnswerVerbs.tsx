import { type FormEvent, useState } from "react";
import { api } from "../api/client";
import { Dialog } from "../parts/Dialog";
import { ProblemNote } from "../parts/ProblemNote";
import { words } from "../text/words";
import { runText as text } from "../text/run";
import type { Detail } from "./detail";
import { useAct, useRole } from "./useAct";
import type { Overview } from "./useRun";

type Answer = "approve" | "reject";

/** Approves or rejects what a task asks for, while it asks. */
export function AnswerVerbs({ run, detail }: { run: Overview; detail: Detail }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const role = useRole();
  const asks = detail.does === "approval" && detail.reasons.some((reason) => reason.kind === "approval");
  if (!asks || role === undefined || role === "viewer") return null;
  const label = answer === "reject" ? text.reject : text.approve;
  return (
    <div className="row verbs">
      <button type="button" className="main" onClick={() => setAnswer("approve")}>
        {text.approve}
      </button>
      <button type="button" className="grave" onClick={() => setAnswer("reject")}>
        {text.reject}
      </button>
      <Dialog open={answer !== null} close={() => setAnswer(null)} label={label}>
        {answer && (
          <>
            <h2>
              {label}: {detail.task.name}
            </h2>
            <p>{answer === "approve" ? text.approveSays : text.rejectSays}</p>
            <AnswerForm run={run.id} task={detail.task.name} answer={answer} label={label} close={() => setAnswer(null)} />
          </>
        )}
      </Dialog>
    </div>
  );
}

function AnswerForm(props: { run: string; task: string; answer: Answer; label: string; close: () => void }) {
  const [comment, setComment] = useState("");
  const { busy, error, act } = useAct();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const params = { path: { id: props.run, task: props.task } };
    const body = comment.trim() ? { comment: comment.trim() } : {};
    const ask = () =>
      props.answer === "approve"
        ? api.POST("/api/v1/runs/{id}/tasks/{task}/approve", { params, body })
        : api.POST("/api/v1/runs/{id}/tasks/{task}/reject", { params, body });
    if (await act(ask)) props.close();
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <label className="field">
        {text.comment}
        <input autoFocus value={comment} onChange={(event) => setComment(event.target.value)} />
      </label>
      {error !== null && <ProblemNote error={error} />}
      <div className="row">
        <button type="submit" className={props.answer === "reject" ? "main grave" : "main"} disabled={busy}>
          {props.label}
        </button>
        <button type="button" onClick={props.close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
