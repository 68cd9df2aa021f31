import { useState } from "react";
import { queries } from "../api/client";
import { nameOf } from "../outcome/nameOf";
import { Page } from "../parts/Page";
import { describeText as text } from "../text/describe";
import { Advice } from "./Advice";
import { File } from "./File";
import { type Draft, EMPTY } from "./yaml";
import "../outcome/outcome.css";
import "./describe.css";

const PARTS = ["who", "change", "from", "to", "by", "soThat"] as const;

/** A form that helps to write a good statement, with advice while one types; at its end stands the file. */
export default function DescribePage() {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [project, setProject] = useState("");
  const set = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  return (
    <Page title={text.title} lead={text.lead}>
      <p className="muted">{text.says}</p>
      <div className="describe">
        <form onSubmit={(event) => event.preventDefault()}>
          <h2>{text.parts}</h2>
          <div className="parts">
            {PARTS.map((part) => (
              <Field
                key={part}
                id={part}
                {...text.fields[part]}
                type={part === "by" ? "date" : "text"}
                value={draft[part]}
                set={(value) => set({ [part]: value })}
              />
            ))}
          </div>
          <h2>{text.file}</h2>
          <Projects project={project} set={setProject} />
          <Field
            id="title"
            label={text.heading}
            value={draft.title}
            set={(title) => set(draft.name === "" || draft.name === nameOf(draft.title) ? { title, name: nameOf(title) } : { title })}
          />
          <Field id="name" label={text.name} hint={text.nameHint} value={draft.name} set={(name) => set({ name: name && nameOf(name) })} />
          <Field id="owner" label={text.owner} hint={text.ownerHint} value={draft.owner} set={(owner) => set({ owner })} />
          <Measures value={draft.measure} set={(measure) => set({ measure })} />
        </form>
        <div className="result">
          <Advice draft={draft} project={project} />
          <File draft={draft} />
        </div>
      </div>
    </Page>
  );
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  example?: string;
  type?: string;
  list?: string;
  value: string;
  set: (value: string) => void;
}

function Field({ id, label, hint, example, type, list, value, set }: FieldProps) {
  return (
    <div className={`field part-${id}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type ?? "text"}
        list={list}
        value={value}
        placeholder={example}
        maxLength={300}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => set(event.target.value)}
      />
      {hint && (
        <span id={`${id}-hint`} className="muted small">
          {hint}
        </span>
      )}
    </div>
  );
}

function Projects({ project, set }: { project: string; set: (project: string) => void }) {
  const portfolio = queries.useQuery("get", "/api/v1/portfolio", {}, { staleTime: 60_000 });
  const projects = [...new Set((portfolio.data?.items ?? []).map((each) => each.project))].sort();
  return (
    <div className="field">
      <label htmlFor="project">{text.project}</label>
      <select id="project" value={project} aria-describedby="project-hint" onChange={(event) => set(event.target.value)}>
        <option value="">{text.noProject}</option>
        {projects.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <span id="project-hint" className="muted small">
        {text.projectHint}
      </span>
    </div>
  );
}

function Measures({ value, set }: { value: string; set: (value: string) => void }) {
  const measures = queries.useQuery("get", "/api/v1/measures", { params: { query: { limit: 500 } } }, { staleTime: 60_000 });
  const items = (measures.data?.items ?? []) as { name: string; title: string }[];
  return (
    <>
      <Field id="measure" label={text.measure} hint={text.measureHint} list="known-measures" value={value} set={(name) => set(name && nameOf(name))} />
      <datalist id="known-measures">
        {items.map((each) => (
          <option key={each.name} value={each.name}>
            {each.title}
          </option>
        ))}
      </datalist>
    </>
  );
}
