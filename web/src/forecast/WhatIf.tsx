import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { Suppose } from "../parts/Suppose";
import { forecastText } from "../text/forecast";
import { percentOf } from "./chance";
import { When } from "./When";

const text = forecastText.whatIf;
/** Which deadlines would go another way if something were otherwise. */
export function WhatIf() {
  return (
    <Suppose fields={text.fields} words={text}>
      {(asked) => <Compared wish={asked} />}
    </Suppose>
  );
}

function Compared({ wish }: { wish: Record<keyof typeof text.fields, string> }) {
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
                    <td data-name={columns.now}>{chanceOf(each.now)}</td>
                    <td data-name={columns.then}>{chanceOf(each.then)}</td>
                    <td data-name={columns.endNow}>{each.now?.enoughHistory && <When at={each.now.finish} zone={each.about.timezone} />}</td>
                    <td data-name={columns.endThen}>{each.then?.enoughHistory && <When at={each.then.finish} zone={each.about.timezone} />}</td>
                    <td data-name={columns.why} className="muted">
                      {each.why}
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

/** A chance that rests on too little history is a guess, and is not told. */
function chanceOf(side: components["schemas"]["ForecastSide"] | null): string {
  if (side === null) return text.notStarted;
  return side.enoughHistory ? percentOf(side.chance) : forecastText.unknown;
}
