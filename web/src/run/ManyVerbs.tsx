import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { api } from "../api/client";
import type { components } from "../api/schema";
import { Dialog } from "../parts/Dialog";
import { ProblemNote } from "../parts/ProblemNote";
import { words } from "../text/words";
import { runText } from "../text/run";
import { runsText as text } from "../text/runs";
import { type Filter, statesOf } from "./filter";
import { useAct, useRole } from "./useAct";
import { isGrave, keyOf, nameOf, saysOf, type Way } from "./verbs";

const WAYS: Way[] = [
  { verb: "rerun", extent: "failed" },
  { verb: "hold", extent: null },
  { verb: "release", extent: null },
  { verb: "run-now", extent: null },
  { verb: "cancel", extent: null },
  { verb: "kill", extent: null },
];

type Wish = components["schemas"]["ManyOperations"];
type Operated = components["schemas"]["ManyOperated"];

/** Does something to all runs of the filter, after showing what would come of it. */
export function ManyVerbs({ filter }: { filter: Filter }) {
  const [open, setOpen] = useState(false);
  const role = useRole();
  if (role === undefined || role === "viewer") return null;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {text.many}
      </button>
      <Dialog open={open} close={() => setOpen(false)} label={text.many} className="wide-dialog">
        <h2>{text.many}</h2>
        <p>{text.manySays}</p>
        <Form filter={filter} close={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Form({ filter, close }: { filter: Filter; close: () => void }) {
  const [way, setWay] = useState<Way>(WAYS[0] as Way);
  const [reason, setReason] = useState("");
  const [seen, setSeen] = useState<Operated | null>(null);
  const { busy, error, act } = useAct();
  const ask = async (preview: boolean) => {
    const body = { ...wishOf(filter, way, reason), preview };
    await act(async () => {
      const answer = await api.POST("/api/v1/operations", { body });
      if (answer.data) setSeen(answer.data);
      return answer.error ? { error: answer.error } : {};
    });
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    void ask(true);
  };
  return (
    <form onSubmit={look}>
      <label className="field">
        {text.verb}
        <select
          value={keyOf(way)}
          onChange={(event) => {
            setWay(WAYS.find((each) => keyOf(each) === event.target.value) ?? way);
            setSeen(null);
          }}
        >
          {WAYS.map((each) => (
            <option key={keyOf(each)} value={keyOf(each)}>
              {nameOf(each)}
            </option>
          ))}
        </select>
        <span className="help">{saysOf(way)}</span>
      </label>
      <label className="field">
        {runText.reason}
        <input value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      {error !== null && <ProblemNote error={error} />}
      {seen && <Seen seen={seen} />}
      <div className="row">
        <button type="submit" disabled={busy} className={seen?.preview ? "" : "main"}>
          {text.look}
        </button>
        {seen?.preview && seen.done > 0 && (
          <button type="button" className={isGrave(way) ? "main grave" : "main"} disabled={busy} onClick={() => void ask(false)}>
            {text.doIt(seen.done)}
          </button>
        )}
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function Seen({ seen }: { seen: Operated }) {
  return (
    <>
      <p role="status">
        {seen.preview ? text.would(seen.done, seen.unchanged, seen.refused, seen.more) : text.did(seen.done, seen.unchanged, seen.refused)}
      </p>
      <ul className="many">
        {seen.runs.map((run) => (
          <li key={run.run}>
            <Link href={`/runs/${run.run}`}>{run.run}</Link> {run.workflow}, {run.businessDate}: {text.results[run.result] ?? run.result}
            {run.reason && <span className="muted"> ({run.reason})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function wishOf(filter: Filter, way: Way, reason: string): Wish {
  const states = statesOf(filter);
  return {
    verb: way.verb as Wish["verb"],
    ...(way.extent !== null && { extent: way.extent as NonNullable<Wish["extent"]> }),
    ...(reason.trim() && { reason: reason.trim() }),
    limit: 499,
    preview: true,
    filter: {
      ...(filter.workflow && { workflow: filter.workflow }),
      ...(filter.project && { project: filter.project }),
      ...(filter.businessDate && { businessDate: filter.businessDate }),
      ...(states.length > 0 && { states }),
    },
  };
}
