import { useSearchParams } from "wouter";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { momentOf } from "../parts/time";
import { aheadText as text } from "../text/ahead";
import { busiest, daysOf, type Due, startsOf, windowOf } from "./calendar";
import { Days } from "./Days";
import { dayOf, Hours } from "./Hours";
import { Policies } from "./Policies";
import { WhatIf } from "./WhatIf";
import "./ahead.css";

const MOST = 2_000;

/** The starts to come, by day and hour. What is chosen is in the address. */
export default function AheadPage() {
  const [search] = useSearchParams();
  const span = search.get("days") ?? "7";
  const workflow = search.get("workflow") ?? "";
  const window = windowOf(Number(span));
  const query = queries.useQuery(
    "get",
    "/api/v1/ahead",
    { params: { query: { ...window, limit: MOST, ...(workflow ? { workflow } : {}) } } },
    { placeholderData: (before: unknown) => before as never },
  );
  return (
    <Asked query={query} lines={12}>
      {(data) => {
        const project = search.get("project") ?? "";
        const all = (data.items as Due[]).filter((each) => !project || each.project === project);
        const shown = search.has("left") ? all : all.filter((each) => each.what === "starts");
        return (
          <Page title={text.title} lead={leadOf(all, span)} tools={<a className="button" href="#what-if">{text.whatIf.title}</a>}>
            {data.heldSince && (
              <div className="note problem">
                <p>{text.held(momentOf(data.heldSince))}</p>
              </div>
            )}
            <Filters span={span} projects={[...new Set((data.items as Due[]).map((each) => each.project))].sort()} />
            {data.next && <p className="muted">{text.more}</p>}
            <Hours days={daysOf(all)} />
            <Policies />
            <Days days={daysOf(shown)} />
            <WhatIf window={window} workflow={workflow} />
          </Page>
        );
      }}
    </Asked>
  );
}

function leadOf(items: Due[], span: string): string {
  const first = items.find((each) => each.what === "starts");
  const most = busiest(daysOf(items));
  const skipped = items.filter((each) => each.what === "skipped").reduce((sum, each) => sum + each.count, 0);
  const unknown = items.filter((each) => each.what === "unknown").length;
  return [
    text.lead(startsOf(items), text.spans[span] ?? `${span} days`, first && momentOf(first.due), first?.workflow),
    most && text.busiest(`${dayOf(most.date)}, ${String(most.hour).padStart(2, "0")}:00`, most.starts),
    skipped > 0 && text.skipped(skipped),
    unknown > 0 && text.unknown(unknown),
  ]
    .filter(Boolean)
    .join(" ");
}

function Filters({ span, projects }: { span: string; projects: string[] }) {
  const [search, setSearch] = useSearchParams();
  const workflows = queries.useQuery("get", "/api/v1/workflows", { params: { query: { limit: 500 } } });
  const names = ((workflows.data?.items ?? []) as { name: string }[]).map((each) => each.name);
  const set = (key: string, value: string) =>
    setSearch(
      (old) => {
        if (value) old.set(key, value);
        else old.delete(key);
        return old;
      },
      { replace: true },
    );
  return (
    <search className="filters">
      <label className="field">
        {text.span}
        <select value={span} onChange={(event) => set("days", event.target.value)}>
          {Object.entries(text.spans).map(([value, says]) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {text.workflow}
        <select value={search.get("workflow") ?? ""} onChange={(event) => set("workflow", event.target.value)}>
          <option value="">{text.every}</option>
          {names.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label className="field">
        {text.project}
        <select value={search.get("project") ?? ""} onChange={(event) => set("project", event.target.value)}>
          <option value="">{text.everyProject}</option>
          {projects.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label className="row small">
        <input type="checkbox" checked={search.has("left")} onChange={(event) => set("left", event.target.checked ? "yes" : "")} />
        {text.left}
      </label>
    </search>
  );
}
