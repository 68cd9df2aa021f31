import { api } from "../api/client";
import type { components } from "../api/schema";
import { ActDialog, textOf } from "../parts/ActDialog";
import { dateOf } from "../parts/time";
import { outcomeText as text } from "../text/outcome";
import { Gates } from "./Gates";
import { Reviews } from "./Reviews";

type Steps = components["schemas"]["Steps"];

/** What is next: the open checks of the five steps, who is to agree, and when it is reviewed. */
export function Next({ outcome, steps }: { outcome: { name: string }; steps: Steps }) {
  return (
    <>
      <section aria-labelledby="next">
        <h2 id="next">{text.next}</h2>
        <p className="reading">{steps.sentence}</p>
        <Gates steps={steps} />
        <h3>{text.agreements}</h3>
        <Agreements steps={steps} />
      </section>
      <Reviews name={outcome.name} />
    </>
  );
}

function Agreements({ steps }: { steps: Steps }) {
  const agree = (form: FormData) =>
    api.POST("/api/v1/outcomes/{name}/agree", {
      params: { path: { name: steps.name } },
      body: { hash: steps.hash, comment: textOf(form, "comment") },
    });
  return (
    <>
      <ul className="notes">
        {steps.agreements.map((each) => (
          <li key={each.version}>
            {text.agreedBy(each.who, dateOf(each.at))}
            {!each.stands && <span className="muted"> ({text.void})</span>}
            {each.comment && <div className="muted small">{each.comment}</div>}
          </li>
        ))}
      </ul>
      <div className="acts">
        <ActDialog button={text.agree} title={text.agreeTitle} does={text.agree} act={agree}>
          <p className="reading">{steps.statement}</p>
          <p>{text.agreeSays}</p>
          <p className="small">
            {text.hash}: <code>{steps.hash}</code>
          </p>
          <label className="field">
            {text.comment}
            <textarea name="comment" maxLength={2000} />
          </label>
        </ActDialog>
      </div>
    </>
  );
}
