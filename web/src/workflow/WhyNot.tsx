import { type FormEvent, useState } from "react";
import { Link, useSearchParams } from "wouter";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { workflowText } from "../text/workflow";

const text = workflowText.why;

/** Why it did not run for a date, or will not: asked of the server. The date is in the address. */
export function WhyNot({ name }: { name: string }) {
  const [search, setSearch] = useSearchParams();
  const date = search.get("why") ?? "";
  const [typed, setTyped] = useState(date || new Date().toISOString().slice(0, 10));
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setSearch(
      (old) => {
        old.set("why", typed);
        return old;
      },
      { replace: true },
    );
  };
  return (
    <section>
      <h2 id="why">{text.title}</h2>
      <form className="dates" onSubmit={ask}>
        <label className="field">
          {text.date}
          <input type="date" required value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <button type="submit">{text.ask}</button>
      </form>
      <div aria-live="polite">{date && <Answer name={name} date={date} />}</div>
    </section>
  );
}

function Answer({ name, date }: { name: string; date: string }) {
  const query = queries.useQuery("get", "/api/v1/workflows/{name}/why-not", { params: { path: { name }, query: { date } } });
  return (
    <Asked query={query} lines={2}>
      {(answer) => (
        <>
          <p className="serif">{answer.sentence}.</p>
          {answer.reasons.length > 1 && (
            <ul>
              {answer.reasons.map((each, at) => (
                <li key={at}>
                  {each.text}
                  {each.due && (
                    <>
                      {" "}
                      (<Moment at={each.due} />)
                    </>
                  )}
                  {each.run && (
                    <>
                      {" "}
                      <Link href={`/runs/${each.run}`}>{each.run}</Link>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Asked>
  );
}
