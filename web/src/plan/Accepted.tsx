import { api, queries } from "../api/client";
import { amountOf, chanceOf } from "../outcome/amount";
import { ActDialog, textOf } from "../parts/ActDialog";
import { Asked } from "../parts/Asked";
import { dateOf } from "../parts/time";
import { planText as text } from "../text/plan";

/** The forecasts that people accepted; the one of now can be accepted too. */
export function Accepted({ name, canAccept }: { name: string; canAccept: boolean }) {
  const query = queries.useQuery("get", "/api/v1/outcomes/{name}/forecasts", { params: { path: { name } } });
  const accept = (form: FormData) =>
    api.POST("/api/v1/outcomes/{name}/forecasts", { params: { path: { name } }, body: { reason: textOf(form, "reason") } });
  const [at, measure, chance, target, by, why] = text.acceptedColumns;
  return (
    <section aria-labelledby="accepted">
      <h2 id="accepted">{text.accepted}</h2>
      <Asked query={query} lines={2}>
        {(data) =>
          data.items.length === 0 ? (
            <p className="muted">{text.noneAccepted}</p>
          ) : (
            <table className="stack">
              <thead>
                <tr>
                  {text.acceptedColumns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.items.map((each) => (
                  <tr key={each.measure + each.version}>
                    <th scope="row" data-name={at}>
                      {dateOf(each.at)}
                    </th>
                    <td data-name={measure}>{each.measure}</td>
                    <td data-name={chance}>{chanceOf(each.chance)}</td>
                    <td data-name={target}>
                      {amountOf(each.target)}, {dateOf(each.due)}
                    </td>
                    <td data-name={by}>{each.by}</td>
                    <td data-name={why}>{each.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Asked>
      {canAccept && (
        <div className="acts">
          <ActDialog button={text.accept} title={text.acceptTitle} does={text.accept} act={accept}>
            <p>{text.acceptSays}</p>
            <label className="field">
              {text.reason}
              <textarea name="reason" required maxLength={2000} />
            </label>
          </ActDialog>
        </div>
      )}
    </section>
  );
}
