import { useEffect, useState } from "react";
import { queries } from "../api/client";
import { ProblemNote } from "../parts/ProblemNote";
import { editText } from "../text/edit";
import { ApplyDialog } from "./ApplyDialog";
import { Checked, type Plan } from "./Checked";
import { type Drafts, type Fault, type Files, faultsOf, filesWith } from "./drafts";

const text = editText.check;

/** First check, then apply: only what was checked is applied, and only onto the version that was read. */
export function Putting(props: {
  loaded: { project: string; number: number; files: Files };
  drafts: Drafts;
  faults: Fault[];
  setFaults: (faults: Fault[]) => void;
  show: (fault: Fault) => void;
  reload: () => void;
  applied: () => void;
}) {
  const { loaded, drafts, faults, setFaults } = props;
  const [plan, setPlan] = useState<Plan>();
  const [applying, setApplying] = useState(false);
  const [done, setDone] = useState<number>();
  const [prune, setPrune] = useState(false);
  const [amend, setAmend] = useState("");
  const files = filesWith(loaded.files, drafts);
  const ask = queries.useMutation("post", "/api/v1/projects/{name}/plan", {
    onSuccess: (answer) => setPlan(answer),
    onError: (error) => setFaults(faultsOf(error)),
  });
  // What was checked is no longer what is there.
  const { reset } = ask;
  useEffect(() => {
    setPlan(undefined);
    reset();
  }, [drafts, loaded, reset]);
  const moved = plan !== undefined && plan.base !== loaded.number;
  const locked = (plan?.locked ?? []).length > 0 && !amend.trim();
  const removes = prune && plan?.changes.some((each) => each.action === "remove") === true;
  const ready = plan !== undefined && !moved && !locked && (!plan.unchanged || removes);
  return (
    <section>
      <h2>{text.title}</h2>
      <div className="row edit-bar">
        <button
          type="button"
          disabled={ask.isPending}
          onClick={() => {
            setFaults([]);
            setDone(undefined);
            ask.mutate({ params: { path: { name: loaded.project } }, body: { files } });
          }}
        >
          {text.ask}
        </button>
        <button type="button" className="main" disabled={!ready} onClick={() => setApplying(true)}>
          {editText.apply.ask}
        </button>
        {plan === undefined && faults.length === 0 && <span className="muted small">{text.fresh}</span>}
      </div>
      <div aria-live="polite">
        {done !== undefined && <p className="note good">{editText.apply.done(done)}</p>}
        {ask.isError && faults.length === 0 && <ProblemNote error={ask.error} />}
        {faults.length > 0 && <Faults faults={faults} show={props.show} />}
        {moved && (
          <div className="note problem">
            <p>{editText.moved.say(loaded.number, plan.base)}</p>
            <button type="button" onClick={props.reload}>
              {editText.moved.take(Object.keys(drafts).length)}
            </button>
          </div>
        )}
        {plan && !moved && <Checked plan={plan} prune={prune} setPrune={setPrune} amend={amend} setAmend={setAmend} />}
      </div>
      <ApplyDialog
        open={applying}
        project={loaded.project}
        wish={{ files, base: loaded.number, prune, amend }}
        close={() => setApplying(false)}
        done={(number) => {
          setApplying(false);
          setDone(number);
          props.applied();
        }}
      />
    </section>
  );
}

function Faults({ faults, show }: { faults: Fault[]; show: (fault: Fault) => void }) {
  return (
    <>
      <p role="alert">{text.errors(faults.length)}</p>
      <ol className="faults">
        {faults.map((fault, at) => (
          <li key={at}>
            <button type="button" className="plain" onClick={() => show(fault)}>
              {text.at(fault.file, fault.line, fault.column)}
            </button>
            <div>{fault.message}</div>
            {fault.hint && <div className="muted">{fault.hint}</div>}
          </li>
        ))}
      </ol>
    </>
  );
}
