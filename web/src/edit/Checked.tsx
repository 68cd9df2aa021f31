import type { components } from "../api/schema";
import { editText } from "../text/edit";

export type Plan = components["schemas"]["Difference"] & { base: number; text: string };

const text = editText.check;

/** What applying would change: in a sentence, object by object, and as the command line says it. */
export function Checked(props: { plan: Plan; prune: boolean; setPrune: (prune: boolean) => void; amend: string; setAmend: (amend: string) => void }) {
  const { plan } = props;
  if (plan.unchanged) return <p>{text.nothing}</p>;
  const of = (action: string) => plan.changes.filter((each) => each.action === action);
  const absent = of("remove");
  const told = [...of("create"), ...of("change")];
  return (
    <>
      <p className="serif">{text.summary(of("create").length, of("change").length, plan.files.length)}</p>
      {told.length > 0 && <Changes changes={told} />}
      {absent.length > 0 && (
        <div className="note">
          <p>{text.absent(absent.map((each) => `${each.kind} ${each.name}`).join(", "))}</p>
          <label className="row">
            <input type="checkbox" checked={props.prune} onChange={(event) => props.setPrune(event.target.checked)} />
            {text.prune}
          </label>
        </div>
      )}
      {(plan.locked ?? []).length > 0 && (
        <div className="note problem">
          <p>{text.locked}</p>
          {(plan.locked ?? []).map((each) => (
            <p key={each.outcome} className="small">
              {text.lockedOf(each.outcome)}: {each.locked.join("; ")} → {each.now.join("; ")}
            </p>
          ))}
          <label className="field">
            {text.amend}
            <input value={props.amend} onChange={(event) => props.setAmend(event.target.value)} />
          </label>
        </div>
      )}
      <details>
        <summary>{text.text}</summary>
        <pre>{plan.text}</pre>
      </details>
    </>
  );
}

function Changes({ changes }: { changes: Plan["changes"] }) {
  const { columns } = text;
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{columns.object}</th>
          <th scope="col">{columns.field}</th>
          <th scope="col">{columns.from}</th>
          <th scope="col">{columns.to}</th>
        </tr>
      </thead>
      <tbody>
        {changes.flatMap((each) => {
          const rows = each.details.length === 0 ? [null] : each.details;
          return rows.map((detail, at) => (
            <tr key={`${each.kind} ${each.name} ${detail?.path ?? at}`}>
              <th scope="row">{at === 0 && `${each.kind} ${each.name} (${text.actions[each.action] ?? each.action})`}</th>
              <td data-name={columns.field}>{detail?.path}</td>
              <td data-name={columns.from} className="value">
                {detail?.from}
              </td>
              <td data-name={columns.to} className="value">
                {detail?.to}
              </td>
            </tr>
          ));
        })}
      </tbody>
    </table>
  );
}
