import { Link, useParams } from "wouter";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { StartRun } from "../run/StartRun";
import { workflowText as text } from "../text/workflow";
import { Backfill } from "./Backfill";
import { Inputs, Tasks } from "./Definition";
import { NextStarts } from "./NextStarts";
import { RecentRuns } from "./RecentRuns";
import { Schedules } from "./Schedules";
import { sentenceOf } from "./sentence";
import { Versions } from "./Versions";
import { WhyNot } from "./WhyNot";
import type { Workflow } from "./workflow";
import "./workflow.css";

/** One workflow: what it does, when it starts next, how it went. */
export default function WorkflowPage() {
  const name = useParams<{ name: string }>().name;
  const query = queries.useQuery("get", "/api/v1/workflows/{name}", { params: { path: { name } } }, { refetchInterval: 15_000 });
  return <Asked query={query} title={name}>{(workflow) => <Whole workflow={workflow} />}</Asked>;
}

function Whole({ workflow }: { workflow: Workflow }) {
  const { name } = workflow;
  const at = encodeURIComponent(name);
  return (
    <Page
      title={workflow.title || name}
      lead={sentenceOf(workflow)}
      tools={
        <>
          <Link className="button" href={`/workflows/${at}/grid`}>
            {text.grid}
          </Link>
          <Link className="button" href={`/edit/${encodeURIComponent(workflow.project)}?workflow=${at}`}>
            {text.edit}
          </Link>
          <StartRun workflow={name} />
        </>
      }
    >
      <Facts workflow={workflow} />
      <RecentRuns name={name} known={workflow.lastRuns.length} />
      <div className="two">
        <Schedules workflow={workflow} />
        <NextStarts name={name} />
      </div>
      <Tasks workflow={workflow} />
      <Inputs workflow={workflow} />
      <div className="two">
        <WhyNot name={name} />
        <Backfill name={name} />
      </div>
      <Versions name={name} />
    </Page>
  );
}

function Facts({ workflow }: { workflow: Workflow }) {
  const facts: [string, string | null][] = [
    [text.project, text.of(`${workflow.project} / ${workflow.name}`, workflow.version)],
    [text.owner, workflow.owner],
    [text.service, workflow.service],
  ];
  return (
    <dl className="workflow-facts small">
      {facts
        .filter(([, value]) => value)
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
