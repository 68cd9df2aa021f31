import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Moment } from "../parts/Moment";
import { forecastText } from "../text/forecast";

const text = forecastText.run;

type Told = components["schemas"]["PostMortem"];

/** What became of the deadlines of a run that is over, and why, in parts that add up. */
export function PostMortem({ id }: { id: string }) {
  const query = queries.useQuery("get", "/api/v1/runs/{id}/post-mortem", { params: { path: { id } } }, { staleTime: 60_000, retry: false });
  const told = (query.data?.items ?? []).filter((each) => each.state !== "open");
  return told.map((each) => <Deadline key={each.deadline} told={each} />);
}

function Deadline({ told }: { told: Told }) {
  const after = told.ended === null ? null : (Date.parse(told.ended) - Date.parse(told.by)) / 1_000;
  const isBegun = told.parts.length > 0;
  return (
    <div className="deadline">
      <p>
        <strong>{told.deadline}</strong> <Moment at={told.by} />: {text.became(told.state, after, isBegun)}
      </p>
      {isBegun && <Parts told={told} />}
    </div>
  );
}

function Parts({ told }: { told: Told }) {
  const late = told.lateMinutes ?? 0;
  return (
    <details open={told.state !== "kept"}>
      <summary>{text.why}</summary>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">{text.partColumns.minutes}</th>
            <th scope="col">{text.partColumns.what}</th>
          </tr>
        </thead>
        <tbody>
          {told.parts.map((each) => (
            <tr key={each.kind + each.task + each.from}>
              <td className="number">{signed(each.minutes)}</td>
              <td>{each.text}</td>
            </tr>
          ))}
          <tr>
            <td className="number">
              <strong>{signed(late)}</strong>
            </td>
            <td>{text.all}</td>
          </tr>
        </tbody>
      </table>
    </details>
  );
}

const signed = (minutes: number) => (minutes > 0 ? `+${minutes}` : `${minutes}`);
