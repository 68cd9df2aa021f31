import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { Page } from "../parts/Page";
import { momentOf } from "../parts/time";
import { useFilters } from "../parts/useFilters";
import { accessText } from "../text/access";
import { askedOf, csvOf, partsOf } from "./audit";
import "./access.css";

const text = accessText.audit;
const AT_ONCE = 50;
type Entry = components["schemas"]["AuditEntry"];

/** Who did what, when and why. What is asked for is in the address. */
export default function AuditPage() {
  const [chosen, set] = useFilters();
  const filter = askedOf(chosen);
  const after = chosen("after");
  const asked = { ...filter, limit: AT_ONCE, ...(after && { after }) };
  const query = queries.useQuery("get", "/api/v1/audit", { params: { query: asked } }, { placeholderData: (old) => old });
  return (
    <Asked query={query} title={text.title}>
      {(data) => {
        const items = (data.items ?? []) as Entry[];
        const newest = items[0];
        const people = new Set(items.map((each) => each.who)).size;
        return (
          <Page
            title={text.title}
            lead={newest === undefined ? text.none : text.lead(items.length, people, momentOf(newest.at), Boolean(data.next))}
            tools={
              <a className="button" href={csvOf(filter)} download>
                {text.csv}
              </a>
            }
          >
            <p className="muted">{text.say}</p>
            <Filters chosen={chosen} set={set} />
            {items.length > 0 && <Entries items={items} />}
            <div className="row after">
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
          </Page>
        );
      }}
    </Asked>
  );
}

function Filters({ chosen, set }: { chosen: (key: string) => string; set: (key: string, value: string) => void }) {
  return (
    <search className="filters">
      {(["who", "action", "subject"] as const).map((key) => (
        <label key={key} className="field">
          {text[key]}
          <input type="search" value={chosen(key)} placeholder={key === "action" ? text.actionExample : undefined} onChange={(event) => set(key, event.target.value)} />
        </label>
      ))}
      {(["from", "to"] as const).map((key) => (
        <label key={key} className="field">
          {text[key]}
          <input type="date" value={chosen(key)} onChange={(event) => set(key, event.target.value)} />
        </label>
      ))}
    </search>
  );
}

function Entries({ items }: { items: Entry[] }) {
  const { columns } = text;
  return (
    <table className="stack audit">
      <thead>
        <tr>
          {Object.values(columns).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((each) => {
          const { why, rest } = partsOf(each.details);
          return (
            <tr key={each.id}>
              <td data-name={columns.at}>
                <Moment at={each.at} />
              </td>
              <td data-name={columns.who}>{each.who}</td>
              <th scope="row">{each.action}</th>
              <td data-name={columns.subject}>{each.subject}</td>
              <td className="details small">
                {why && <strong>{`“${why}” `}</strong>}
                {rest}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
