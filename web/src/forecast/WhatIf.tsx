import { type FormEvent, useState } from "react";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { useFilters } from "../parts/useFilters";
import { forecastText } from "../text/forecast";
import { percentOf } from "./chance";
import { When } from "./When";

const text = forecastText.whatIf;
const KEYS = ["longer", "pool", "down", "without"] as const;
type Wish = Record<(typeof KEYS)[number], string>;

/** Which deadlines would go another way if something were otherwise. What is supposed is in the address. */
export function WhatIf() {
  const [chosen, set] = useFilters();
  const asked = Object.fromEntries(KEYS.map((key) => [key, chosen(key)])) as Wish;
  const [typed, setTyped] = useState(asked);
  const take = (wish: Wish) => KEYS.forEach((key) => set(key, wish[key].trim()));
  const send = (event: FormEvent) => {
    event.preventDefault();
    take(typed);
  };
  const nothing = KEYS.every((key) => !asked[key]);
  return (
    <section>
      <h2 id="what-if">{text.title}</h2>
      <p className="muted">{text.say}</p>
      <form onSubmit={send}>
        <div className="wishes">
          {KEYS.map((key) => (
            <label key={key} className="field">
              {text.fields[key].label}
              <input value={typed[key]} onChange={(event) => setTyped({ ...typed, [key]: event.target.value })} />
              <small>{text.fields[key].hint}</small>
            </label>
          ))}
        </div>
        <div className="row">
          <button type="submit" className="main" disabled={KEYS.every((key) => !typed[key].trim())}>
            {text.ask}
          </button>
          {!nothing && (
            <button
              type="button"
              onClick={() => {
                const empty = { longer: "", pool: "", down: "", without: "" };
                setTyped(empty);
                take(empty);
              }}
            >
              {text.clear}
            </button>
          )}
        </div>
      </form>
      <div aria-live="polite" className="after">
        {!nothing && <Compared wish={asked} />}
      </div>
    </section>
  );
}

function Compared({ wish }: { wish: Wish }) {
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value));
  const query = queries.useQuery("get", "/api/v1/forecasts/what-if", { params: { query: given } });
  const columns = text.columns;
  return (
    <Asked query={query} lines={4}>
      {(answer) => (
        <>
          {answer.items.length > 0 && (
            <table className="stack">
              <thead>
                <tr>
                  {Object.entries(columns).map(([key, each]) => (
                    <th key={key} scope="col">
                      {each}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {answer.items.map((each) => (
                  <tr key={`${each.about.run ?? each.about.due}${each.about.workflow}${each.deadline}`}>
                    <td data-name={columns.by}>
                      <Moment at={each.by} zone={each.about.timezone} />
                    </td>
                    <th scope="row">
                      {each.about.workflow}: {each.deadline}
                    </th>
                    <td data-name={columns.now}>{percentOf(each.now.chance)}</td>
                    <td data-name={columns.then}>{percentOf(each.then.chance)}</td>
                    <td data-name={columns.endNow}>
                      <When at={each.now.finish} zone={each.about.timezone} />
                    </td>
                    <td data-name={columns.endThen}>
                      <When at={each.then.finish} zone={each.about.timezone} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <p>{text.same(answer.same)}</p>
        </>
      )}
    </Asked>
  );
}
