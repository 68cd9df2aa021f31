import { type CSSProperties, useDeferredValue, useMemo } from "react";
import { useParams, useSearchParams } from "wouter";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { later } from "../parts/later";
import { Page } from "../parts/Page";
import { dateOf } from "../parts/time";
import { runText as text } from "../text/run";
import { RunDeadlines, useRunForecast } from "../forecast/RunDeadlines";
import { Acts } from "./Acts";
import { RunFacts } from "./RunFacts";
import { sentenceOf } from "./said";
import { TaskList } from "./TaskList";
import { TaskPanel } from "./TaskPanel";
import { Timeline } from "./Timeline";
import { type Overview, useRun } from "./useRun";
import { Values } from "./Values";
import { RunVerbs } from "./Verbs";
import "./run.css";

// The library that draws graphs is large: it comes by itself, beside the data that it draws.
const graph = import("./RunGraph");
const RunGraph = later(() => graph, 12);

/** A run: what became of it, where it stands, and what an operator can do about it. */
export default function RunPage() {
  const { id = "" } = useParams<{ id: string }>();
  const query = useRun(id);
  const forecast = useRunForecast(id, query.data?.state);
  return <Asked query={query} title={id}>{(run) => <Run run={run} forecast={forecast} />}</Asked>;
}

/** How long the run and its tasks usually take; the page does not wait for it. */
function useUsual(workflow: string) {
  return queries.useQuery("get", "/api/v1/workflows/{name}/typical", { params: { path: { name: workflow } } }, { staleTime: 300_000, retry: false }).data;
}

function Run({ run, forecast }: { run: Overview; forecast: ReturnType<typeof useRunForecast> }) {
  const usual = useUsual(run.workflow);
  const [search, setSearch] = useSearchParams();
  const task = search.get("task");
  const choose = (name: string | null) =>
    setSearch((old) => {
      if (name === null) old.delete("task");
      else old.set("task", name);
      return old;
    });
  // Drawing thousands of tasks anew gives way to what the person does.
  const tasks = useDeferredValue(run.tasks);
  const usualTasks = useMemo(() => new Map(Object.entries(usual?.tasks ?? {})), [usual]);
  return (
    <Page title={text.title(run.workflow, dateOf(run.businessDate))} lead={sentenceOf(run)} tools={<RunVerbs run={run} />}>
      <RunFacts run={run} usual={usual?.run} />
      <div className={task === null ? "run-work" : "run-work with-task"} style={tallFor(tasks.length)}>
        <section className="run-graph" aria-label={text.graph}>
          <h2>{text.graph}</h2>
          <RunGraph tasks={tasks} chosen={task} choose={choose} />
        </section>
        <section className="run-timeline" aria-labelledby="run-timeline">
          <h2 id="run-timeline">{text.timeline}</h2>
          <Timeline tasks={tasks} run={run} usual={usual?.run?.medianSeconds} chosen={task} choose={choose} />
        </section>
        {task !== null && <TaskPanel key={task} run={run} task={task} usual={usualTasks.get(task)} choose={choose} />}
      </div>
      <RunDeadlines id={run.id} state={run.state} query={forecast} />
      <TaskList tasks={tasks} usual={usualTasks} chosen={task} choose={choose} />
      <div className="run-beside">
        <section>
          <h2>{text.inputs}</h2>
          <Values values={run.inputs} empty={text.noInputs} />
          {Object.keys(run.outputs).length > 0 && (
            <>
              <h3>{text.runOutputs}</h3>
              <Values values={run.outputs} />
            </>
          )}
        </section>
        <Acts run={run} />
      </div>
    </Page>
  );
}

/** As high as the rows of the timeline need, within reason; the graph beside it is as high. */
function tallFor(tasks: number): CSSProperties {
  return { "--tall": `${Math.min(26, Math.max(13, tasks * 1.5 + 3.75))}rem` } as CSSProperties;
}
