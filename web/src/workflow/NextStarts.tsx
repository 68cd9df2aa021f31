import { useState } from "react";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { workflowText } from "../text/workflow";

type Due = components["schemas"]["DueAhead"];

const text = workflowText.ahead;
const DAYS = 30;
const MOST = 8;

/** The next starts of a workflow, and what its schedules leave out. */
export function NextStarts({ name }: { name: string }) {
  const [from] = useState(() => new Date(Math.floor(Date.now() / 60_000) * 60_000));
  const to = new Date(from.getTime() + DAYS * 86_400_000);
  const query = queries.useQuery("get", "/api/v1/ahead", {
    params: { query: { workflow: name, from: from.toISOString(), to: to.toISOString(), limit: MOST } },
  });
  return (
    <section>
      <h2>{text.title}</h2>
      <Asked query={query} lines={3}>
        {(data) =>
          data.items.length === 0 ? (
            <p className="muted">{text.none}</p>
          ) : (
            <table className="stack">
              <thead>
                <tr>
                  <th scope="col">{text.columns.due}</th>
                  <th scope="col">{text.columns.date}</th>
                  <th scope="col">{text.columns.end}</th>
                  <th scope="col">{text.columns.notes}</th>
                </tr>
              </thead>
              <tbody>
                {(data.items as Due[]).map((each) => (
                  <tr key={each.schedule + each.due + each.what}>
                    <th scope="row">
                      <Moment at={each.due} zone={each.timezone} />
                      {each.count > 1 && <span className="muted"> × {each.count}</span>}
                    </th>
                    <td data-name={text.columns.date} className="date">
                      {each.businessDate}
                    </td>
                    <td data-name={text.columns.end}>{each.expectedEnd && <Moment at={each.expectedEnd} zone={each.timezone} />}</td>
                    <td data-name={text.columns.notes} className="muted">
                      {[each.what === "starts" ? "" : each.what, ...each.notes].filter(Boolean).join("; ")}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Asked>
    </section>
  );
}
