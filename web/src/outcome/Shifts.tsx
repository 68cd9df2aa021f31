import { useState } from "react";
import { api, queries } from "../api/client";
import type { components } from "../api/schema";
import { ActDialog, textOf } from "../parts/ActDialog";
import { outcomeText as text } from "../text/outcome";
import { nameOf } from "./nameOf";

type Outcome = components["schemas"]["Outcome"];
type Shift = components["schemas"]["Shift"];
type ChangeType = components["schemas"]["ChangeType"];

/** Shifts of the measures: those without a known cause are asked for, answers stand beside the others. */
export function Shifts({ outcome }: { outcome: Outcome }) {
  const all = outcome.measures.flatMap((position) => (position.shifts ?? []).map((shift) => ({ measure: position.measure, shift })));
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{text.asked}</h2>
      {all.some((each) => each.shift.state === "asked") && <p>{text.askedLead}</p>}
      <ul className="questions">
        {all.map(({ measure, shift }) => (
          <li key={measure + shift.from}>
            <p className={shift.state === "asked" ? "reading" : undefined}>{shift.sentence}</p>
            <Answer measure={measure} shift={shift} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({ measure, shift }: { measure: string; shift: Shift }) {
  const [how, setHow] = useState("known");
  const changes = queries.useQuery("get", "/api/v1/changes", { params: { query: { measure } } });
  const known = changes.data?.items ?? [];
  const path = { path: { name: measure } };

  const answer = async (form: FormData): Promise<{ error?: unknown }> => {
    const note = textOf(form, "note");
    if (how === "told") {
      const title = textOf(form, "title");
      const type = textOf(form, "type") as ChangeType;
      const explains = { measure, period: shift.from };
      return api.POST("/api/v1/changes", { body: { name: nameOf(title), title, date: textOf(form, "date"), type, affects: [measure], note, explains } });
    }
    const change = how === "known" ? { change: textOf(form, "change") } : {};
    return api.POST("/api/v1/measures/{name}/shifts", { params: path, body: { period: shift.from, note, ...change } });
  };
  return (
    <ActDialog button={text.answer} title={text.shift.title} does={text.shift.save} act={answer}>
      <p>{shift.sentence}</p>
      <fieldset className="field">
        <legend className="hidden-text">{text.shift.title}</legend>
        {(["known", "told", "unknown"] as const).map((each) => (
          <label key={each} className="tick">
            <input type="radio" name="how" value={each} checked={how === each} onChange={() => setHow(each)} />
            {text.shift[each]}
          </label>
        ))}
      </fieldset>
      {how === "known" && (
        <label className="field">
          {text.shift.event}
          <select name="change" required>
            {known.map((each) => (
              <option key={each.name} value={each.name}>
                {each.date}: {each.title || each.name}
              </option>
            ))}
          </select>
          {known.length === 0 && <span className="muted">{text.shift.none}</span>}
        </label>
      )}
      {how === "told" && <Told from={shift.from} />}
      <label className="field">
        {text.shift.note}
        <textarea name="note" maxLength={500} />
      </label>
    </ActDialog>
  );
}

function Told({ from }: { from: string }) {
  return (
    <>
      <label className="field">
        {text.shift.name}
        <input name="title" required maxLength={500} />
      </label>
      <label className="field">
        {text.shift.date}
        <input name="date" type="date" required defaultValue={from} />
      </label>
      <label className="field">
        {text.shift.type}
        <select name="type" defaultValue="policy">
          {text.types.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
    </>
  );
}
