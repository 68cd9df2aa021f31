import { Link, useParams } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Levers } from "../outcome/Deeds";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { useFilters } from "../parts/useFilters";
import { planText as text } from "../text/plan";
import { Accepted } from "./Accepted";
import { MeasurePlan } from "./MeasurePlan";
import { AS_PLANNED, readFrom, type Supposition } from "./supposition";
import { useTried, WhatIf } from "./WhatIf";
import "../outcome/outcome.css";
import "./plan.css";

type Planned = components["schemas"]["Planned"];
type Outcome = components["schemas"]["Outcome"];

/** The plan of an outcome: how likely it is to come true, what decides it, and what if. */
export default function PlanPage() {
  const name = useParams<{ name: string }>().name;
  const path = { params: { path: { name } } };
  const outcome = queries.useQuery("get", "/api/v1/outcomes/{name}", path);
  const planned = queries.useQuery("get", "/api/v1/outcomes/{name}/forecast", path, { staleTime: 60_000 });
  return (
    <Asked query={outcome} title={name} lines={10}>
      {(found) => (
        <article key={name} className="outcome plan">
          <Page
            title={text.title(found.title)}
            lead={planned.data?.measures[0]?.sentences[0] ?? planned.data?.measures[0]?.refusal?.text ?? planned.data?.statement ?? "\u00a0"}
            tools={
              <Link className="button" href={`/outcomes/${encodeURIComponent(name)}`}>
                {text.outcome}
              </Link>
            }
          >
            <Asked query={planned} lines={10}>
              {(forecast) => <Forecast outcome={found} planned={forecast} />}
            </Asked>
          </Page>
        </article>
      )}
    </Asked>
  );
}

function Forecast({ outcome, planned }: { outcome: Outcome; planned: Planned }) {
  const [chosen, choose] = useFilters();
  const supposition = readFrom(chosen);
  const { tried, error } = useTried(outcome.name, supposition);
  const set = (next: Supposition) => {
    choose("late", next.late === AS_PLANNED.late ? "" : String(next.late));
    choose("effect", next.effect === AS_PLANNED.effect ? "" : String(next.effect));
    choose("adoption", next.adoption === AS_PLANNED.adoption ? "" : String(next.adoption));
    choose("without", next.without.join(","));
  };
  const first = planned.measures[0];
  if (first === undefined) return <p className="empty">{text.none}</p>;
  const isOpen = tried.some((each) => each.planned !== null);
  // Where nothing can be forecast nothing can be tried, and nobody has to wait to hear of it.
  const isClosed = planned.measures.every((each) => each.forecast === null) || (tried.length > 0 && !isOpen);
  return (
    <>
      {planned.measures.map((each) => (
        <MeasurePlan
          key={each.measure}
          measure={each}
          alone={planned.measures.length === 1}
          supposed={tried.find((one) => one.measure === each.measure)?.points ?? []}
        />
      ))}
      <section aria-labelledby="what-if">
        <h2 id="what-if">{text.whatIf}</h2>
        {isClosed ? (
          <p className="muted">{tried[0]?.refusal?.text ?? first.refusal?.text ?? text.decided}</p>
        ) : (
          <>
            <p>{text.whatIfSays}</p>
            <WhatIf
              levers={outcome.levers ?? []}
              supposition={supposition}
              set={set}
              reset={() => set(AS_PLANNED)}
              tried={tried.find((each) => each.planned !== null)}
              error={error}
            />
          </>
        )}
      </section>
      <section aria-labelledby="levers">
        <h2 id="levers">{text.levers}</h2>
        <Levers outcome={outcome} />
      </section>
      <Accepted name={outcome.name} canAccept={planned.measures.some((each) => each.forecast !== null) && isOpen} />
    </>
  );
}
