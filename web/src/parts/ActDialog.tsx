import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { words } from "../text/words";
import { Dialog } from "./Dialog";
import { ProblemNote } from "./ProblemNote";

export interface Act {
  title: string;
  /** The word on the button that does it. */
  does: string;
  /** Does it; what it answers with `error` is shown beside the button. */
  act: (form: FormData) => Promise<{ error?: unknown }>;
  children?: ReactNode;
}

/** A button that asks for what it needs, does it, and lets everything on the page be asked for again. */
export function ActDialog(props: Act & { button: string; main?: boolean; disabled?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={props.main ? "main" : undefined} disabled={props.disabled} onClick={() => setOpen(true)}>
        {props.button}
      </button>
      <Dialog open={open} close={() => setOpen(false)} label={props.title}>
        <ActForm {...props} close={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ActForm(props: Act & { close: () => void }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setRefused(null);
    const error = await props.act(form).then(
      (answer) => answer.error ?? null,
      (thrown: unknown) => thrown,
    );
    setBusy(false);
    if (error !== null) {
      setRefused(error);
      return;
    }
    props.close();
    await client.invalidateQueries();
  };
  return (
    <form onSubmit={submit}>
      <h2>{props.title}</h2>
      {props.children}
      {refused !== null && <ProblemNote error={refused} />}
      <div className="row">
        <button type="submit" className="main" disabled={busy}>
          {props.does}
        </button>
        <button type="button" onClick={props.close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

/** A text of a form, without the blanks around it. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
