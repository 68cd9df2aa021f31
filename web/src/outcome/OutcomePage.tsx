import type { ReactNode } from "react";
import { Link, useParams } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Endangered } from "../atrisk/Endangered";
import { Asked } from "../parts/Asked";
import { Loading } from "../parts/Loading";
import { Page } from "../parts/Page";
import { outcomeText as text } from "../text/outcome";
import { restOf } from "./amount";
import { CopyLink } from "./CopyLink";
import { Deeds } from "./Deeds";
import { Next } from "./Next";
import { Shifts } from "./Shifts";
import { Stands } from "./Stands";
import { Sure } from "./Sure";
import "../portfolio/portfolio.css";
import "./outcome.css";

type Outcome = components["schemas"]["Outcome"];
type Steps = components["schemas"]["Steps"];

/** An outcome: the sentence, the chart, what we did, how sure we are, what is next. */
export default function OutcomePage() {
  const name = useParams<{ name: string }>().name;
  const path = { params: { path: { name } } };
  const outcome = queries.useQuery("get", "/api/v1/outcomes/{name}", path);
  const steps = queries.useQuery("get", "/api/v1/outcomes/{name}/check", path);
  return (
    <Asked query={outcome} title={name} lines={12}>
      {(data) =>
        // The checks know the sentence that the page begins with.
        steps.isPending ? (
          <Loading lines={12} />
        ) : (
          <Whole outcome={data} steps={steps.data} checked={<Asked query={steps}>{(found) => <Next outcome={data} steps={found} />}</Asked>} />
        )
      }
    </Asked>
  );
}

function Whole({ outcome, steps, checked }: { outcome: Outcome; steps: Steps | undefined; checked: ReactNode }) {
  const path = `/outcomes/${encodeURIComponent(outcome.name)}`;
  const statement = steps?.statement ?? "";
  const rest = restOf(outcome.sentence, statement);
  return (
    <article key={outcome.name} className="outcome">
      <Page title={outcome.title} lead={statement || outcome.sentence} tools={<Tools path={path} name={outcome.name} />}>
        <p className="muted small">
          {text.accountable(outcome.owner)} {outcome.objective && text.objective(outcome.objective)} {text.project(outcome.project)}
        </p>
        <section aria-labelledby="stands">
          <h2 id="stands">{text.stands}</h2>
          {statement && rest && <p className="reading">{rest}</p>}
          {outcome.measures.map((position) => (
            <Stands key={position.measure} outcome={outcome.name} position={position} alone={outcome.measures.length === 1} />
          ))}
        </section>
        <Endangered outcome={outcome.name} />
        <Shifts outcome={outcome} />
        <Deeds outcome={outcome} />
        <Sure name={outcome.name} />
        {checked}
      </Page>
    </article>
  );
}

function Tools({ path, name }: { path: string; name: string }) {
  return (
    <>
      <a className="button main" href={`${path}/statement`}>
        {text.statement}
      </a>
      <a className="button" href={`${path}/statement.pdf`}>
        {text.pdf}
      </a>
      <Link className="button" href={`${path}/plan`}>
        {text.plan}
      </Link>
      <Link className="button" href={`/value-map?outcome=${encodeURIComponent(name)}`}>
        {text.map}
      </Link>
      <CopyLink />
    </>
  );
}
