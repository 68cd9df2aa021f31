import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { queries } from "../api/client";
import { Dialog } from "../parts/Dialog";
import { Moment } from "../parts/Moment";
import { ProblemNote } from "../parts/ProblemNote";
import { words } from "../text/words";
import { workflowText } from "../text/workflow";
import type { Workflow } from "./workflow";

type Schedule = Workflow["schedules"][number];

const text = workflowText.schedules;

/** What starts it: schedules, which can be paused; events; and what its runs wait for. */
export function Schedules({ workflow }: { workflow: Workflow }) {
  const [asked, setAsked] = useState<Schedule>();
  const { schedules, triggers, dependsOn } = workflow;
  return (
    <section>
      <h2>{text.title}</h2>
      {schedules.length + triggers.length === 0 && (
        <>
          <p className="muted">{text.none}</p>
          <pre>{text.example}</pre>
        </>
      )}
      {schedules.length > 0 && (
        <table className="stack">
          <thead>
            <tr>
              <th scope="col">{text.columns.name}</th>
              <th scope="col">{text.columns.timing}</th>
              <th scope="col">{text.columns.next}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {schedules.map((each) => (
              <tr key={each.name}>
                <th scope="row">{each.name}</th>
                <td data-name={text.columns.timing}>
                  <code>{each.timing}</code> <span className="muted small">{each.timezone}</span>
                </td>
                <td data-name={text.columns.next}>
                  <Next schedule={each} />
                </td>
                <td>
                  <button type="button" onClick={() => setAsked(each)}>
                    {each.paused ? text.resume : text.pause}
                    <span className="hidden-text"> {each.name}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {triggers.length > 0 && (
        <>
          <h3>{text.events}</h3>
          <ul>
            {triggers.map((each) => (
              <li key={each.name}>
                {each.name}: {each.events.join(", ")} {each.together && <span className="muted">({text.together})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {dependsOn.length > 0 && (
        <>
          <h3>{text.needs}</h3>
          <ul>
            {dependsOn.map((each) => (
              <li key={each.of + each.businessDate}>
                {each.of} <span className="muted">{text.date(each.businessDate)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Dialog
        open={asked !== undefined}
        close={() => setAsked(undefined)}
        label={asked?.paused ? text.resumeTitle(asked.name) : text.pauseTitle(asked?.name ?? "")}
      >
        {asked && <Pausing workflow={workflow.name} schedule={asked} close={() => setAsked(undefined)} />}
      </Dialog>
    </section>
  );
}

function Next({ schedule }: { schedule: Schedule }) {
  if (schedule.paused) return <span className="muted">{text.paused(schedule.paused.by ?? "", schedule.paused.why ?? "")}</span>;
  if (schedule.held) return <span className="muted">{text.held}</span>;
  if (schedule.next) return <Moment at={schedule.next} zone={schedule.timezone} />;
  return <span className="muted">{schedule.problem ?? words.none}</span>;
}

function Pausing({ workflow, schedule, close }: { workflow: string; schedule: Schedule; close: () => void }) {
  const known = useQueryClient();
  const [reason, setReason] = useState("");
  const done = () => {
    void known.invalidateQueries();
    close();
  };
  const pause = queries.useMutation("post", "/api/v1/workflows/{name}/schedules/{schedule}/pause", { onSuccess: done });
  const resume = queries.useMutation("post", "/api/v1/workflows/{name}/schedules/{schedule}/resume", { onSuccess: done });
  const change = schedule.paused ? resume : pause;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ params: { path: { name: workflow, schedule: schedule.name } }, body: { reason } });
      }}
    >
      <h2>{schedule.paused ? text.resumeTitle(schedule.name) : text.pauseTitle(schedule.name)}</h2>
      <p>{schedule.paused ? text.resumeSay : text.pauseSay}</p>
      <label className="field">
        {words.reason}
        <input value={reason} required={!schedule.paused} onChange={(event) => setReason(event.target.value)} />
      </label>
      {change.isError && <ProblemNote error={change.error} />}
      <div className="row">
        <button type="submit" className="main" disabled={change.isPending}>
          {schedule.paused ? text.resume : text.pause}
        </button>
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
