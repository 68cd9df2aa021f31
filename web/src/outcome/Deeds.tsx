import type { components } from "../api/schema";
import { dateOf } from "../parts/time";
import { outcomeText as text } from "../text/outcome";
import { amountOf, changeOf } from "./amount";

type Outcome = components["schemas"]["Outcome"];
type Lever = NonNullable<Outcome["levers"]>[number];

const ELEMENTS = ["people", "process", "technology"] as const;

/** What we did: the levers of people, process and technology, and what happened when. */
export function Deeds({ outcome }: { outcome: Outcome }) {
  const changes = outcome.changes ?? [];
  return (
    <section aria-labelledby="deeds">
      <h2 id="deeds">{text.deeds}</h2>
      <Levers outcome={outcome} />
      <h3>{text.changes}</h3>
      {changes.length === 0 ? (
        <p className="muted">{text.noChanges}</p>
      ) : (
        <ol className="events">
          {changes.map((change) => (
            <li key={change.name + change.date}>
              <time dateTime={change.date} className="number">
                {dateOf(change.date)}
              </time>
              <span>{change.title || change.name}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The levers of an outcome by element; an element without one says so. */
export function Levers({ outcome }: { outcome: Outcome }) {
  const levers = outcome.levers ?? [];
  const columns = text.leverColumns;
  if (levers.length === 0) return <p className="empty">{text.noLevers}</p>;
  const units = new Map(outcome.measures.map((each) => [each.measure, each.unit]));
  return (
    <table className="stack levers">
      <thead>
        <tr>
          {Object.entries(columns).map(([key, name]) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {ELEMENTS.map((element) => {
        const own = levers.filter((each) => each.element === element);
        return (
          <tbody key={element}>
            <tr className="element">
              <th scope="rowgroup" colSpan={4}>
                {text.elements[element]}
                {own.length === 0 && <span className="missing">{text.missing}</span>}
              </th>
            </tr>
            {own.map((lever) => (
              <LeverRow key={lever.name} lever={lever} unit={units.get(lever.moves)} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function LeverRow({ lever, unit }: { lever: Lever; unit: string | null | undefined }) {
  const { worst, likely, best } = lever.effect;
  return (
    <tr>
      <th scope="row">
        {lever.title}
        <div className="muted small">{lever.owner}</div>
      </th>
      <td data-name={text.leverColumns.from}>{lever.date ? dateOf(lever.date) : <span className="muted">{text.noDate}</span>}</td>
      <td data-name={text.leverColumns.effect}>
        {likely !== undefined && text.effect(changeOf(likely, unit), amountOf(worst), amountOf(best))}
      </td>
      <td data-name={text.leverColumns.because}>{lever.because}</td>
    </tr>
  );
}
