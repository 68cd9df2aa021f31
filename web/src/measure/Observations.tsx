import { Link } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { amountOf } from "../outcome/amount";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { dateOf } from "../parts/time";
import { useFilters } from "../parts/useFilters";
import { measureText as text } from "../text/measure";

type Observation = components["schemas"]["Observation"];

/** Every value with who recorded it when; with all revisions, also what it was before it was corrected. */
export function Observations({ name, unit }: { name: string; unit: string | null }) {
  const [chosen, set] = useFilters();
  const history = chosen("history") === "yes";
  const after = chosen("after");
  const segment = chosen("segment");
  const asked = { history, limit: 100, ...(after && { after }), ...(segment && { segment }) };
  const query = queries.useQuery("get", "/api/v1/measures/{name}/observations", { params: { path: { name }, query: asked } }, { placeholderData: (old) => old });
  return (
    <section aria-labelledby="observations">
      <h2 id="observations">{text.observations}</h2>
      <div className="filters">
        <label className="field">
          {text.segment}
          <input value={segment} placeholder={text.whole} onChange={(event) => set("segment", event.target.value)} />
        </label>
        <label className="tick">
          <input type="checkbox" checked={history} onChange={(event) => set("history", event.target.checked ? "yes" : "")} />
          {text.history}
        </label>
      </div>
      <Asked query={query} lines={8}>
        {(data) => (
          <>
            <Table items={(data.items ?? []) as Observation[]} unit={unit} />
            <div className="row acts">
              {after && (
                <button type="button" onClick={() => set("after", "")}>
                  {text.first}
                </button>
              )}
              {data.next && (
                <button type="button" onClick={() => set("after", data.next ?? "")}>
                  {text.next}
                </button>
              )}
            </div>
          </>
        )}
      </Asked>
    </section>
  );
}

function Table({ items, unit }: { items: Observation[]; unit: string | null }) {
  const [period, value, of, revision, recorded, by] = text.observationColumns;
  if (items.length === 0) return <p className="muted">{text.noValue}</p>;
  return (
    <table className="stack observations">
      <thead>
        <tr>
          {text.observationColumns.map((name, at) => (
            <th key={name} scope="col" className={at > 0 && at < 4 ? "number" : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((each) => (
          <tr key={`${each.period}/${each.segment}/${each.revision}`} className={each.excluded ? "hollow" : undefined}>
            <th scope="row" data-name={period}>
              {dateOf(each.period)}
              {each.excluded && <div className="muted small">{text.excluded(each.excluded)}</div>}
            </th>
            <td data-name={value} className="number">
              {amountOf(each.value, unit)}
            </td>
            <td data-name={of} className="number">
              {each.denominator !== null && `${amountOf(each.numerator)} / ${amountOf(each.denominator)}`}
            </td>
            <td data-name={revision} className="number">
              {each.revision}
            </td>
            <td data-name={recorded}>
              <Moment at={each.recordedAt} />
            </td>
            <td data-name={by}>
              {each.by.run ? (
                <Link className="quiet" href={`/runs/${each.by.run}`}>
                  {text.run} {each.by.run}
                </Link>
              ) : (
                each.by.user
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
