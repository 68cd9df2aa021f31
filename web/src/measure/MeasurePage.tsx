import { Link, useParams } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { amountOf } from "../outcome/amount";
import { ChartNumbers } from "../outcome/ChartNumbers";
import { Drawing, heightOf, WIDTHS } from "../outcome/ServerChart";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { dateOf } from "../parts/time";
import { useWidth } from "../parts/useWidth";
import { measureText as text } from "../text/measure";
import { betterOf } from "./better";
import { Enter } from "./Enter";
import { Observations } from "./Observations";
import { Quality } from "./Quality";
import "../outcome/outcome.css";
import "./measure.css";

type Measure = components["schemas"]["Measure"];

/** A measure: its latest value in words, its course, its quality, and every value with its revisions. */
export default function MeasurePage() {
  const name = useParams<{ name: string }>().name;
  const path = { params: { path: { name } } };
  const measure = queries.useQuery("get", "/api/v1/measures/{name}", path);
  const position = queries.useQuery("get", "/api/v1/measures/{name}/position", path);
  return (
    <Asked query={measure} title={name} lines={10}>
      {(data) => (
        <article key={name} className="outcome measure">
          <Page title={data.title} lead={leadOf(data)} tools={<Enter name={name} />}>
            <Facts measure={data} />
            <section aria-labelledby="chart">
              <h2 id="chart">{text.chart}</h2>
              {data.last === null ? (
                <p className="empty">
                  {text.noChart} <code>outturn observe {name} PERIOD VALUE</code>
                </p>
              ) : (
                <>
                  <Asked query={position} lines={3}>
                    {(found) => <p className="reading">{found.sentence}</p>}
                  </Asked>
                  <MeasureChart name={name} />
                  {position.data?.chart && <ChartNumbers chart={position.data.chart} title={data.title} />}
                </>
              )}
            </section>
            <Quality name={name} />
            <Observations name={name} unit={data.unit} />
          </Page>
        </article>
      )}
    </Asked>
  );
}

function leadOf(measure: Measure): string {
  if (measure.last === null) return text.noValue;
  return `${amountOf(measure.last.value, measure.unit)}, ${dateOf(measure.last.period ?? "")}. ${text.values(measure.observations)}.`;
}

function MeasureChart({ name }: { name: string }) {
  const [place, width] = useWidth<HTMLDivElement>(WIDTHS);
  const height = heightOf(width);
  const query = queries.useQuery(
    "get",
    "/api/v1/measures/{name}/chart.svg",
    { params: { path: { name }, query: { width, height } }, parseAs: "text" },
    { enabled: width > 0, placeholderData: (old) => old },
  );
  return (
    <div ref={place} className="chart plate" style={{ minHeight: height }}>
      <Drawing query={query} />
    </div>
  );
}

function Facts({ measure }: { measure: Measure }) {
  const facts = text.facts;
  return (
    <dl className="measure-facts">
      <dt>{facts.better}</dt>
      <dd>{betterOf(measure.better)}</dd>
      <dt>{facts.kind}</dt>
      <dd>
        {measure.type}, {measure.cadence}
      </dd>
      <dt>{facts.source}</dt>
      <dd>{text.sources[measure.source] ?? measure.source}</dd>
      <dt>{facts.owner}</dt>
      <dd>{measure.owner ?? text.noOwner}</dd>
      <dt>{facts.outcomes}</dt>
      <dd>
        <Users name={measure.name} />
      </dd>
    </dl>
  );
}

/** The outcomes that the measure is of. */
function Users({ name }: { name: string }) {
  const query = queries.useQuery("get", "/api/v1/outcomes", { params: { query: { limit: 500 } } }, { staleTime: 60_000 });
  const items = (query.data?.items ?? []) as components["schemas"]["Outcome"][];
  const users = items.filter((each) => each.measures.some((one) => one.measure === name));
  if (query.data === undefined) return "\u00a0";
  if (users.length === 0) return <span className="muted">{text.noOutcome}</span>;
  return users.map((each) => (
    <div key={each.name}>
      <Link href={`/outcomes/${encodeURIComponent(each.name)}`}>{each.title}</Link>
    </div>
  ));
}
