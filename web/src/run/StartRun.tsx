import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { api, isProblem, queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { ProblemNote } from "../parts/ProblemNote";
import { words } from "../text/words";
import { runText } from "../text/run";
import { runsText as text } from "../text/runs";
import { InputField } from "./InputField";
import { type Input, kindOf, placed, read, textOf } from "./inputs";
import { useAct, useRole } from "./useAct";
import type { Overview } from "./useRun";
import "./run.css";

/** A button and its dialog: a run from a form made of the workflow's inputs. Without a workflow one is chosen first. */
export function StartRun({ workflow }: { workflow?: string }) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState("");
  const role = useRole();
  if (role === undefined || role === "viewer") return null;
  const name = workflow ?? chosen;
  const label = name ? text.startOf(name) : text.start;
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className="main" onClick={() => setOpen(true)}>
        {text.start}
      </button>
      <Dialog open={open} close={close} label={label}>
        <h2>{label}</h2>
        {workflow === undefined && <ChooseWorkflow chosen={chosen} choose={setChosen} />}
        {name && <StartForm key={name} workflow={name} close={close} />}
      </Dialog>
    </>
  );
}

/** The same again with other inputs, as a new run. */
export function RerunWith({ run, open, close }: { run: Overview; open: boolean; close: () => void }) {
  return (
    <Dialog open={open} close={close} label={runText.rerunWith}>
      <h2>{runText.rerunWith}</h2>
      <p>{runText.rerunWithSays}</p>
      <StartForm workflow={run.workflow} close={close} again={{ run: run.id, inputs: run.inputs }} />
    </Dialog>
  );
}

function ChooseWorkflow({ chosen, choose }: { chosen: string; choose: (name: string) => void }) {
  const query = queries.useQuery("get", "/api/v1/workflows", { params: { query: { limit: 500 } } });
  return (
    <Asked query={query} lines={1}>
      {(data) => (
        <label className="field">
          {text.workflow}
          <select autoFocus value={chosen} onChange={(event) => choose(event.target.value)}>
            <option value="">{text.chooseWorkflow}</option>
            {(data.items as { name: string }[]).map((each) => (
              <option key={each.name}>{each.name}</option>
            ))}
          </select>
        </label>
      )}
    </Asked>
  );
}

interface Again {
  run: string;
  inputs: object;
}

function StartForm(props: { workflow: string; close: () => void; again?: Again }) {
  const query = queries.useQuery("get", "/api/v1/workflows/{name}", { params: { path: { name: props.workflow } } });
  return (
    <Asked query={query} lines={4}>
      {(data) => <Form {...props} inputs={data.inputs as Input[]} />}
    </Asked>
  );
}

function Form({ workflow, inputs, close, again }: { workflow: string; inputs: Input[]; close: () => void; again?: Again }) {
  const [, go] = useLocation();
  const before = (again?.inputs ?? {}) as Record<string, unknown>;
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(inputs.map((input) => [input.name, textOf(input.name in before ? before[input.name] : input.default, kindOf(input))])),
  );
  const [date, setDate] = useState("");
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const { busy, error, act } = useAct();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const { values, problems } = valuesOf(inputs, typed);
    setWrong(problems);
    if (Object.keys(problems).length > 0) return;
    let started: string | undefined;
    const done = await act(async () => {
      const answer = again ? await rerun(again.run, values, reason) : await start(workflow, values, date);
      started = (answer.data as { id?: string } | undefined)?.id;
      if (answer.error) setWrong(placed(problemsOf(answer.error), inputs).at);
      return answer.error ? { error: answer.error } : {};
    });
    if (!done) return;
    close();
    if (started) go(`/runs/${started}`);
  };
  // What stands at its field is not said twice.
  const rest = error !== null && (problemsOf(error).length === 0 || placed(problemsOf(error), inputs).others.length > 0);
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      {inputs.length === 0 && <p className="muted">{text.noInputs}</p>}
      {inputs.map((input) => (
        <InputField
          key={input.name}
          input={input}
          value={typed[input.name] ?? ""}
          wrong={wrong[input.name]}
          set={(value) => setTyped({ ...typed, [input.name]: value })}
        />
      ))}
      {again ? (
        <label className="field">
          {words.reason}
          <input value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      ) : (
        <label className="field">
          {text.startDate}
          <input type="date" value={date} onChange={(event) => setDate(event.target.value)} />
          <span className="help">{text.startDateHelp}</span>
        </label>
      )}
      {rest && <ProblemNote error={error} />}
      <div className="row">
        <button type="submit" className="main" disabled={busy}>
          {again ? runText.rerunWith : text.start}
        </button>
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function valuesOf(inputs: Input[], typed: Record<string, string>): { values: Record<string, unknown>; problems: Record<string, string> } {
  const values: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  for (const input of inputs) {
    const value = read(input, typed[input.name] ?? "");
    if (value === "absent") continue;
    if ("wrong" in value) problems[input.name] = value.wrong;
    else values[input.name] = value.value;
  }
  return { values, problems };
}

// The generated type of an object with any members has none.
const anyMembers = (values: Record<string, unknown>) => values as Record<string, never>;

function start(workflow: string, values: Record<string, unknown>, date: string) {
  return api.POST("/api/v1/runs", { body: { workflow, inputs: anyMembers(values), ...(date && { businessDate: date }) } });
}

function rerun(id: string, values: Record<string, unknown>, reason: string) {
  return api.POST("/api/v1/runs/{id}/rerun-with", {
    params: { path: { id } },
    body: { inputs: anyMembers(values), ...(reason.trim() && { reason: reason.trim() }) },
  });
}

function problemsOf(error: unknown): string[] {
  return isProblem(error) ? ((error as { problems?: string[] }).problems ?? []) : [];
}
