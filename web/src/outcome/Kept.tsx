import { api, queries } from "../api/client";
import type { components } from "../api/schema";
import { ActDialog, textOf } from "../parts/ActDialog";
import { Asked } from "../parts/Asked";
import { dateOf } from "../parts/time";
import { outcomeText as text } from "../text/outcome";

type Evidence = components["schemas"]["EvidenceList"]["items"][number];

/** What was kept on review dates, with who has signed it; the newest can be signed. */
export function Kept({ name }: { name: string }) {
  const query = queries.useQuery("get", "/api/v1/outcomes/{name}/evidence", { params: { path: { name } } });
  return (
    <>
      <h3>{text.kept}</h3>
      <Asked query={query} lines={2}>
        {(data) =>
          data.items.length === 0 ? (
            <p className="muted">{text.noKept}</p>
          ) : (
            <>
              <Versions name={name} items={data.items} />
              {data.items[0] && <Sign name={name} newest={data.items[0]} />}
            </>
          )
        }
      </Asked>
    </>
  );
}

function Versions({ name, items }: { name: string; items: Evidence[] }) {
  const [version, review, kept, signed] = text.keptColumns;
  return (
    <table className="stack">
      <thead>
        <tr>
          {text.keptColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((each) => (
          <tr key={each.version}>
            <th scope="row" data-name={version}>
              <a href={`/api/v1/outcomes/${encodeURIComponent(name)}/evidence/${each.version}`} aria-label={text.keptJson(each.version)}>
                {text.version(each.version)}
              </a>{" "}
              <code title={each.hash}>{each.hash.slice(0, 12)}</code>
              {each.reason && <div className="muted small">{each.reason}</div>}
            </th>
            <td data-name={review}>
              {dateOf(each.review)}, {each.badge}
            </td>
            <td data-name={kept}>
              {dateOf(each.at)}, {each.by}
            </td>
            <td data-name={signed}>
              {each.signatures.length === 0 ? <span className="muted">{text.notSigned}</span> : each.signatures.map((one) => <Signed key={one.as} one={one} />)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Signed({ one }: { one: Evidence["signatures"][number] }) {
  return (
    <div>
      {text.signedBy(one.who, one.as, dateOf(one.at))}
      {one.comment && <div className="muted small">{one.comment}</div>}
    </div>
  );
}

function Sign({ name, newest }: { name: string; newest: Evidence }) {
  const sign = (form: FormData) =>
    api.POST("/api/v1/outcomes/{name}/sign", {
      params: { path: { name } },
      body: { as: textOf(form, "as") === "owner" ? "owner" : "analyst", hash: newest.hash, comment: textOf(form, "comment") },
    });
  return (
    <div className="acts">
      <ActDialog button={text.sign} title={text.signTitle} does={text.sign} act={sign}>
        <p>{text.signSays(newest.version, dateOf(newest.review))}</p>
        <p>
          <code>{newest.hash}</code>
        </p>
        <label className="field">
          {text.signAs}
          <select name="as">
            <option value="owner">{text.owner}</option>
            <option value="analyst">{text.analyst}</option>
          </select>
        </label>
        <label className="field">
          {text.comment}
          <textarea name="comment" maxLength={2000} />
        </label>
      </ActDialog>
    </div>
  );
}
