import { type FormEvent, useState } from "react";
import { api } from "../api/client";
import type { components } from "../api/schema";
import { Dialog } from "../parts/Dialog";
import { ProblemNote } from "../parts/ProblemNote";
import { words } from "../text/words";
import { runText as text } from "../text/run";
import { useAct } from "./useAct";
import { isGrave, nameOf, saysOf, type Way } from "./verbs";

interface Props {
  way: Way | null;
  run: string;
  task: string | null;
  promised: Record<string, string>;
  close: () => void;
}

/** Says what the verb does, asks why, and does it. */
export function VerbDialog(props: Props) {
  const { way, close } = props;
  const label = way === null ? "" : props.task === null ? nameOf(way) : `${nameOf(way)}: ${props.task}`;
  return (
    <Dialog open={way !== null} close={close} label={label}>
      {way && (
        <>
          <h2>{label}</h2>
          <p>{saysOf(way)}</p>
          <VerbForm {...props} way={way} />
        </>
      )}
    </Dialog>
  );
}

type Operation = components["schemas"]["Operation"];

function VerbForm({ way, run, task, promised, close }: Props & { way: Way }) {
  const [reason, setReason] = useState("");
  const [level, setLevel] = useState("5");
  const [outputs, setOutputs] = useState<Record<string, string>>({});
  const [wrong, setWrong] = useState<string | null>(null);
  const { busy, error, act } = useAct();
  const names = way.verb === "force-success" ? Object.entries(promised) : [];
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const given: Record<string, unknown> = {};
    for (const [name, type] of names) {
      const value = valueOf(outputs[name] ?? "", type);
      if (value === undefined) return setWrong(text.promisedWrong(name));
      given[name] = value;
    }
    const body: Operation = {
      verb: way.verb as Operation["verb"],
      ...(task !== null && { task }),
      ...(reason.trim() && { reason: reason.trim() }),
      ...(way.extent !== null && { extent: way.extent as NonNullable<Operation["extent"]> }),
      ...(names.length > 0 && { outputs: given as Record<string, never> }),
      ...(way.verb === "prioritise" && { level: Number(level) }),
    };
    if (await act(() => api.POST("/api/v1/runs/{id}/operate", { params: { path: { id: run } }, body }))) close();
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      {way.verb === "prioritise" && (
        <label className="field">
          {text.level1}
          <select value={level} onChange={(event) => setLevel(event.target.value)}>
            {text.levels.map((name, at) => (
              <option key={name} value={at + 1}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {names.map(([name, type]) => (
        <label key={name} className="field">
          {text.promised(name, type)}
          <input required value={outputs[name] ?? ""} onChange={(event) => setOutputs({ ...outputs, [name]: event.target.value })} />
        </label>
      ))}
      <label className="field">
        {text.reason}
        <input autoFocus value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} aria-describedby="reason-help" />
      </label>
      <p id="reason-help" className="muted small">
        {text.reasonHelp}
      </p>
      {wrong && <p className="note problem">{wrong}</p>}
      {error !== null && <ProblemNote error={error} />}
      <div className="row">
        <button type="submit" className={isGrave(way) ? "main grave" : "main"} disabled={busy}>
          {nameOf(way)}
        </button>
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

/** Texts and dates as they are typed; all else as JSON. */
function valueOf(typed: string, type: string): unknown {
  if (type === "string" || type === "date") return typed;
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return undefined;
  }
}
