import { Link, useParams } from "wouter";
import { queries } from "../api/client";
import { Drawing, heightOf, WIDTHS } from "../outcome/ServerChart";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { Page } from "../parts/Page";
import { dateOf } from "../parts/time";
import { useWidth } from "../parts/useWidth";
import { servicesText as text } from "../text/services";
import { datesOf, type Level, numberOf, type Output, percentOf, shareOf } from "./levels";
import "../outcome/outcome.css";
import "./service.css";

/** How one service keeps what it promises, output by output and date by date. */
export default function ServicePage() {
  const name = decodeURIComponent(useParams<{ name: string }>().name);
  const query = queries.useQuery("get", "/api/v1/services/{name}/levels", { params: { path: { name } } }, { refetchInterval: 60_000 });
  return (
    <Asked query={query} lines={10}>
      {(service) => (
        <Page
          title={service.title}
          lead={service.outputs.length === 0 && text.noOutputs}
          tools={
            <Link className="button" href="/services">
              {text.all}
            </Link>
          }
        >
          <p className="muted small">
            {service.owner && text.owner(service.owner)} {text.project(service.project)}
          </p>
          {service.outputs.map((output) => (
            <Promised key={output.level.name} service={service.name} output={output} />
          ))}
        </Page>
      )}
    </Asked>
  );
}

function Promised({ service, output }: { service: string; output: Output }) {
  const { level } = output;
  const id = `output-${level.name}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{level.promise}</h2>
      <p className="reading">{level.sentence}</p>
      <Figures level={level} />
      <Terms level={level} />
      {output.lateness && (
        <>
          <h3>{text.lateness}</h3>
          <Chart service={service} output={level.name} />
          <Limits lateness={output.lateness} />
          {output.lateness.warnings.map((each) => (
            <p key={each} className="muted small">
              {each}
            </p>
          ))}
        </>
      )}
      {level.terms.measure && <p className="muted small">{text.measureChart}</p>}
      {output.occasions.length > 0 && <Dates output={output} />}
    </section>
  );
}

function Limits({ lateness }: { lateness: NonNullable<Output["lateness"]> }) {
  const { mean, lower, upper } = lateness;
  if (mean == null || lower == null || upper == null) return null;
  return <p className="muted small">{text.limits(numberOf(mean), numberOf(lower), numberOf(upper))}</p>;
}

function Figures({ level }: { level: Level }) {
  const { counted, budget, terms } = level;
  if (!counted.share) return null;
  return (
    <dl className="figures">
      <Figure name={text.figures.kept} value={shareOf(counted.share.value)} />
      {terms.target != null && <Figure name={text.figures.target} value={percentOf(terms.target)} />}
      {budget && <Figure name={text.figures.used(numberOf(budget.allowed))} value={numberOf(budget.used)} />}
      {budget && <Figure name={text.figures.left} value={numberOf(budget.left)} />}
      {budget?.burn != null && <Figure name={text.figures.burn} value={numberOf(budget.burn)} />}
    </dl>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Terms({ level }: { level: Level }) {
  const { deadline, measure, serves } = level.terms;
  return (
    <p className="muted small">
      {deadline && (
        <>
          {text.by.deadline} <Link href={`/workflows/${encodeURIComponent(deadline.workflow)}`}>{`${deadline.workflow}/${deadline.name}`}</Link>.{" "}
        </>
      )}
      {measure && (
        <>
          {text.by.measure} <Link href={`/measures/${encodeURIComponent(measure.name)}`}>{measure.name}</Link>, {text.atLeast(numberOf(measure.atLeast))}.{" "}
        </>
      )}
      {serves.length > 0 && (
        <>
          {text.serves}{" "}
          {serves.map((each, at) => (
            <span key={each}>
              {at > 0 && ", "}
              <Link href={`/outcomes/${encodeURIComponent(each)}`}>{each}</Link>
            </span>
          ))}
          .
        </>
      )}
    </p>
  );
}

function Chart({ service, output }: { service: string; output: string }) {
  const [place, width] = useWidth<HTMLDivElement>(WIDTHS);
  const height = heightOf(width);
  const query = queries.useQuery(
    "get",
    "/api/v1/services/{name}/outputs/{output}/chart.svg",
    { params: { path: { name: service, output }, query: { width, height } }, parseAs: "text" },
    { enabled: width > 0, placeholderData: (old) => old },
  );
  return (
    <div ref={place} className="chart" style={{ minHeight: height }}>
      <Drawing query={query} />
    </div>
  );
}

function Dates({ output }: { output: Output }) {
  const columns = text.datesColumns;
  const isWork = output.level.terms.measure == null;
  return (
    <details className="by-date" open={output.occasions.length <= 12}>
      <summary>{text.dates(output.occasions.length)}</summary>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.stands}</th>
            {isWork && <th scope="col">{columns.due}</th>}
            {isWork && <th scope="col">{columns.done}</th>}
            <th scope="col" className="number">
              {isWork ? columns.late : columns.value}
            </th>
            {isWork && <th scope="col">{columns.signal}</th>}
          </tr>
        </thead>
        <tbody>
          {datesOf(output).map((each) => (
            <tr key={each.date}>
              <th scope="row">{dateOf(each.date)}</th>
              <td className={`judgement ${each.standing}`}>{text.standings[each.standing] ?? each.standing}</td>
              {isWork && <td data-name={columns.due}>{each.due && <Moment at={each.due} />}</td>}
              {isWork && <td data-name={columns.done}>{each.end && <Moment at={each.end} />}</td>}
              <td className="number" data-name={isWork ? columns.late : columns.value}>
                {each.value != null && numberOf(each.value)}
              </td>
              {isWork && <td>{each.signal}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
