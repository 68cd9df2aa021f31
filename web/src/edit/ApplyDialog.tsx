import { useState } from "react";
import { queries } from "../api/client";
import { Dialog } from "../parts/Dialog";
import { ProblemNote } from "../parts/ProblemNote";
import { editText } from "../text/edit";
import { words } from "../text/words";
import type { Files } from "./drafts";

const text = editText.apply;

/** Asks for a reason and puts the files in force; refused by the server if it has moved since they were read. */
export function ApplyDialog(props: {
  open: boolean;
  project: string;
  wish: { files: Files; base: number; prune: boolean; amend: string };
  close: () => void;
  done: (number: number) => void;
}) {
  const { project, wish } = props;
  const [reason, setReason] = useState("");
  const apply = queries.useMutation("post", "/api/v1/projects/{name}/apply", { onSuccess: (answer) => props.done(answer.number) });
  const amend = wish.amend.trim();
  return (
    <Dialog open={props.open} close={props.close} label={text.title(project)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { files, base, prune } = wish;
          apply.mutate({ params: { path: { name: project } }, body: { files, base, prune, reason, ...(amend ? { amend } : {}) } });
        }}
      >
        <h2>{text.title(project)}</h2>
        <p>{text.say}</p>
        <label className="field">
          {text.reason}
          <input value={reason} required onChange={(event) => setReason(event.target.value)} />
        </label>
        {apply.isError && <ProblemNote error={apply.error} />}
        <div className="row">
          <button type="submit" className="main" disabled={apply.isPending}>
            {text.ask}
          </button>
          <button type="button" onClick={props.close}>
            {words.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
