import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Loading } from "../parts/Loading";
import { Moment } from "../parts/Moment";
import { lengthOf } from "../parts/time";
import { ended } from "../run/useRun";
import { forecastText } from "../text/forecast";
import { Chance } from "./Chance";
import { isGuess, percentOf } from "./chance";
import { PostMortem } from "./PostMortem";
import { When } from "./When";
import "./forecast.css";

const text = forecastText.run;
const columns = forecastText.columns;
const MOST_ON_PATH = 8;
const LEAST_ON_PATH = 0.01;

type Forecast = components["schemas"]["RunForecast"];
type Now = NonNullable<Forecast["now"]>;

/** What a live run is forecast to do, asked for anew while it goes on. */
export function useRunForecast(id: string, state: string | undefined) {
  const isLive = state !== undefined && !ended(state);
  return queries.useQuery("get", "/api/v1/runs/{id}/forecast", { params: { path: { id } } }, { refetchInterval: isLive ? 5_000 : false, retry: false });
}

interface Props {
  id: string;
  state: string;
  query: ReturnType<typeof useRunForecast>;
}

/** What a run promises: whether it will be kept, what decides that, and, when it is over, why it came so. */
export function RunDeadlines({ id, state, query }: Props) {
  const over = ended(state);
  const forecast = query.data;
  if (query.isPending) return <Loading lines={3} />;
  if (forecast === undefined) return null;
  const absent = over ? undefined : text.absent[forecast.absent ?? ""];
  // Most runs promise nothing.
  if (forecast.now === null && forecast.history.length === 0 && absent === undefined) return null;
  return (
    <section>
      <h2>{text.title}</h2>
      {forecast.now !== null && !over && <Promises now={forecast.now} />}
      {absent !== undefined && <p className="muted">{absent}</p>}
      {over && <PostMortem id={id} />}
      <Warnings forecast={forecast} />
      <Before forecast={forecast} />
    </section>
  );
}

function Promises({ now }: { now: Now }) {
  return (
    <>
      {now.deadlines.map(({ line }) => (
        <div key={line.deadline} className="deadline">
          <p>
            <strong>{line.deadline}</strong> <Moment at={line.by} zone={line.about.timezone} /> <Chance line={line} />
          </p>
          {!isGuess(line) && (
            <p>
              {columns.end} <When at={line.finish.p50} zone={line.about.timezone} />, {columns.late.toLowerCase()} <When at={line.finish.p90} zone={line.about.timezone} />
            </p>
          )}
          {!isGuess(line) && line.cause && <p>{line.cause}</p>}
          <p className="muted small">{line.knowledge}</p>
        </div>
      ))}
      <Path tasks={now.tasks} />
    </>
  );
}

function Path({ tasks }: { tasks: Now["tasks"] }) {
  const likely = tasks
    .filter((each) => each.critical >= LEAST_ON_PATH)
    .sort((one, other) => other.critical - one.critical)
    .slice(0, MOST_ON_PATH);
  if (likely.length === 0) return null;
  return (
    <details className="after">
      <summary>{text.path}</summary>
      <table className="stack dense">
        <thead>
          <tr>
            {Object.values(text.pathColumns).map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {likely.map((each) => (
            <tr key={each.task}>
              <th scope="row">{each.task}</th>
              <td data-name={text.pathColumns.critical}>{percentOf(each.critical)}</td>
              <td data-name={text.pathColumns.slack}>{each.slackSeconds === null ? "" : lengthOf(each.slackSeconds)}</td>
              <td data-name={text.pathColumns.end}>
                <When at={each.finish.p50} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Warnings({ forecast }: { forecast: Forecast }) {
  if (forecast.warnings.length === 0) return null;
  return (
    <>
      <h3>{text.warned}</h3>
      <ul>
        {forecast.warnings.map((each) => (
          <li key={each.occasion + each.subject}>
            <Moment at={each.at} /> {each.subject}, {text.occasions[each.occasion] ?? each.occasion}: {each.text}
          </li>
        ))}
      </ul>
    </>
  );
}

function Before({ forecast }: { forecast: Forecast }) {
  if (forecast.history.length === 0) return null;
  return (
    <details className="after">
      <summary>{text.before}</summary>
      <table className="stack dense">
        <thead>
          <tr>
            <th scope="col">{text.beforeColumns.made}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{text.beforeColumns.chance}</th>
            <th scope="col">{text.beforeColumns.end}</th>
          </tr>
        </thead>
        <tbody>
          {forecast.history.map((each) => (
            <tr key={each.deadline + each.made}>
              <td data-name={text.beforeColumns.made}>
                <Moment at={each.made} />
              </td>
              <th scope="row">{each.deadline}</th>
              <td data-name={text.beforeColumns.chance}>{percentOf(each.chance)}</td>
              <td data-name={text.beforeColumns.end}>
                <When at={each.finish.p50} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
