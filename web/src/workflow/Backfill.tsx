import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { ProblemNote } from "../parts/ProblemNote";
import { words } from "../text/words";
import { workflowText } from "../text/workflow";

type Plan = components["schemas"]["BackfillPlan"];

const text = workflowText.backfill;
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Runs for past business dates: first what would be started, then the start. What is changed is planned anew. */
export function Backfill({ name }: { name: string }) {
  const [wish, setWish] = useState({ from: ago(7), to: ago(1), atOnce: 1, calendarDays: false, again: false, newestFirst: false, reason: "" });
  const [plan, setPlan] = useState<Plan>();
  const known = useQueryClient();
  const ask = queries.useMutation("post", "/api/v1/workflows/{name}/backfill", {
    onSuccess: (answer) => {
      if ("dates" in answer) setPlan(answer);
      if ("dates" in answer && answer.backfill) void known.invalidateQueries();
    },
  });
  const send = (preview: boolean) => ask.mutate({ params: { path: { name } }, body: { ...wish, preview } });
  const set = (part: Partial<typeof wish>) => {
    setPlan(undefined);
    setWish({ ...wish, ...part });
  };
  return (
    <section>
      <h2>{text.title}</h2>
      <p className="muted">{text.say}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(true);
        }}
      >
        <div className="dates">
          <label className="field">
            {text.from}
            <input type="date" required value={wish.from} onChange={(event) => set({ from: event.target.value })} />
          </label>
          <label className="field">
            {text.to}
            <input type="date" required value={wish.to} onChange={(event) => set({ to: event.target.value })} />
          </label>
          <label className="field">
            {text.atOnce}
            <input type="number" min={1} max={1000} required value={wish.atOnce} onChange={(event) => set({ atOnce: event.target.valueAsNumber || 1 })} />
          </label>
        </div>
        <div className="ticks">
          {(["calendarDays", "again", "newestFirst"] as const).map((key) => (
            <label key={key}>
              <input type="checkbox" checked={wish[key]} onChange={(event) => set({ [key]: event.target.checked })} />
              {{ calendarDays: text.days, again: text.again, newestFirst: text.newest }[key]}
            </label>
          ))}
        </div>
        <label className="field">
          {words.reason}
          <input value={wish.reason} onChange={(event) => setWish({ ...wish, reason: event.target.value })} />
        </label>
        <button type="submit" disabled={ask.isPending}>
          {text.plan}
        </button>
      </form>
      <div aria-live="polite" className="after">
        {ask.isError && <ProblemNote error={ask.error} />}
        {plan && <Planned plan={plan} pending={ask.isPending} start={() => send(false)} />}
      </div>
    </section>
  );
}

function Planned({ plan, pending, start }: { plan: Plan; pending: boolean; start: () => void }) {
  if (plan.backfill) {
    return (
      <div className="note good">
        <p>
          {text.started(plan.backfill)} <Link href={`/runs?backfill=${encodeURIComponent(plan.backfill)}`}>{text.see}</Link>
        </p>
      </div>
    );
  }
  return (
    <div className="note">
      <p>{plan.dates.length === 0 ? text.nothing : text.would(plan.dates, plan.atOnce)}</p>
      {plan.skipped.length > 0 && <p className="muted">{text.skipped(plan.skipped.length)}</p>}
      {plan.dates.length > 0 && (
        <button type="button" className="main" disabled={pending} onClick={start}>
          {text.start(plan.dates.length)}
        </button>
      )}
    </div>
  );
}
