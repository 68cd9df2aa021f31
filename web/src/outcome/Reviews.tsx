import { api, queries } from "../api/client";
import type { components } from "../api/schema";
import { ActDialog, textOf } from "../parts/ActDialog";
import { Asked } from "../parts/Asked";
import { dateOf } from "../parts/time";
import { outcomeText as text } from "../text/outcome";

type Review = components["schemas"]["Review"];

/** When the outcome is reviewed, and what was decided when it was. */
export function Reviews({ name }: { name: string }) {
  const query = queries.useQuery("get", "/api/v1/outcomes/{name}/reviews", { params: { path: { name } } });
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">{text.reviews}</h2>
      <Asked query={query} lines={2}>
        {(data) => (
          <>
            <p>
              {data.next ? text.nextReview(dateOf(data.next)) : text.noNextReview}{" "}
              {data.overdue.length > 0 && <strong>{text.overdueReviews(data.overdue.map((each) => dateOf(each)).join(", "))}</strong>}
            </p>
            {data.items.length === 0 ? <p className="muted">{text.noReviews}</p> : <Held items={data.items} />}
          </>
        )}
      </Asked>
      <div className="acts">
        <Hold name={name} />
      </div>
    </section>
  );
}

function Held({ items }: { items: Review[] }) {
  return (
    <ol className="events">
      {items.map((each) => (
        <li key={each.version}>
          <time dateTime={each.on} className="number">
            {dateOf(each.on)}
          </time>
          <div>
            <strong>{text.decisions[each.decision]}</strong>, {each.by}. {each.note}
            {each.actions.length > 0 && (
              <ul className="notes">
                {each.actions.map((action) => (
                  <li key={action}>{action}</li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Hold({ name }: { name: string }) {
  const hold = (form: FormData) => {
    const on = textOf(form, "on");
    return api.POST("/api/v1/outcomes/{name}/reviews", {
      params: { path: { name } },
      body: {
        decision: textOf(form, "decision") as Review["decision"],
        note: textOf(form, "note"),
        actions: linesOf(textOf(form, "actions")),
        ...(on && { on }),
      },
    });
  };
  return (
    <ActDialog button={text.review} title={text.reviewTitle} does={text.keep} act={hold}>
      <label className="field">
        {text.decision}
        <select name="decision">
          {Object.entries(text.decisions).map(([value, says]) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {text.note}
        <textarea name="note" required maxLength={2000} />
      </label>
      <label className="field">
        {text.actions}
        <textarea name="actions" />
      </label>
      <label className="field">
        {text.on}
        <input name="on" type="date" />
      </label>
    </ActDialog>
  );
}

function linesOf(typed: string): string[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
