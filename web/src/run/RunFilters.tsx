import type { useSearchParams } from "wouter";
import { queries } from "../api/client";
import { words } from "../text/words";
import { runsText as text } from "../text/runs";
import type { Filter } from "./filter";

type SetSearch = ReturnType<typeof useSearchParams>[1];
const STATES = ["failed", "running", "waiting", "succeeded", "cancelled"];
const LIVE = "waiting,running";

export function RunFilters({ filter, setSearch }: { filter: Filter; setSearch: SetSearch }) {
  const workflows = queries.useQuery("get", "/api/v1/workflows", { params: { query: { limit: 500 } } }, { staleTime: 60_000 });
  const known = (workflows.data?.items ?? []) as { name: string; project: string }[];
  const projects = [...new Set(known.map((each) => each.project))].sort();
  const names = known.filter((each) => !filter.project || each.project === filter.project).map((each) => each.name);
  const set = (key: string, value: string) =>
    setSearch((old) => {
      if (value) old.set(key, value);
      else old.delete(key);
      old.delete("after");
      return old;
    });
  return (
    <search className="filters">
      <label className="field">
        {text.state}
        <select value={filter.state} onChange={(event) => set("state", event.target.value)}>
          <option value="">{text.everyState}</option>
          <option value={LIVE}>{text.live}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {words.states[state] ?? state}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {text.workflow}
        <input list="workflow-names" type="search" key={filter.workflow} defaultValue={filter.workflow} placeholder={text.everyWorkflow} onChange={(event) => taken(event.target.value, names) && set("workflow", event.target.value)} onBlur={(event) => event.target.value !== filter.workflow && set("workflow", event.target.value)} onKeyDown={(event) => event.key === "Enter" && set("workflow", event.currentTarget.value)} />
        <datalist id="workflow-names">
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      <label className="field">
        {text.project}
        <select value={filter.project} onChange={(event) => set("project", event.target.value)}>
          <option value="">{text.everyProject}</option>
          {projects.map((project) => (
            <option key={project}>{project}</option>
          ))}
        </select>
      </label>
      <label className="field">
        {text.businessDate}
        <input type="date" value={filter.businessDate} onChange={(event) => set("businessDate", event.target.value)} />
      </label>
      <label className="row check">
        <input type="checkbox" checked={filter.called} onChange={(event) => set("called", event.target.checked ? "true" : "")} />
        {text.called}
      </label>
    </search>
  );
}

/** A name that is whole, or nothing: what is half typed asks for nothing yet. */
function taken(typed: string, names: string[]): boolean {
  return typed === "" || names.includes(typed);
}
