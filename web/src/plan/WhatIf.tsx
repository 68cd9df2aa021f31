import type { ReactNode } from "react";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { chanceOf, inTen } from "../outcome/amount";
import { ProblemNote } from "../parts/ProblemNote";
import { useSettled } from "../parts/useSettled";
import { planText as text } from "../text/plan";
import { isAsPlanned, type Supposition, toggled } from "./supposition";

export type Tried = components["schemas"]["PlanWhatIf"]["measures"][number];

const SETTLED_MS = 250;
const ONE = 0.01;

/** What would come of a plan under a supposition, as the server simulates it. */
export function useTried(name: string, supposition: Supposition): { tried: Tried[]; error: unknown } {
  const settled = useSettled(JSON.stringify(supposition), SETTLED_MS);
  const { late, effect, adoption, without } = JSON.parse(settled) as Supposition;
  const query = queries.useQuery(
    "get",
    "/api/v1/outcomes/{name}/forecast/what-if",
    { params: { path: { name }, query: { late, effect, adoption, ...(without.length > 0 && { without: without.join(",") }) } } },
    { placeholderData: (old) => old, staleTime: 60_000 },
  );
  return { tried: query.data?.measures ?? [], error: query.error };
}

/** Sliders that ask the server, and the new chance beside the old one. */
export function WhatIf(props: {
  levers: { name: string; title: string }[];
  supposition: Supposition;
  set: (supposition: Supposition) => void;
  reset: () => void;
  tried: Tried | undefined;
  error: unknown;
}) {
  const { supposition, set, tried } = props;
  const change = (part: Partial<Supposition>) => set({ ...supposition, ...part });
  return (
    <div className="what-if">
      <div>
        <Slider label={text.late} says={text.days(supposition.late)} value={supposition.late} most={365} step={1} set={(late) => change({ late })} />
        <Slider label={text.effect} says={text.percent(supposition.effect)} value={supposition.effect} most={150} step={5} set={(effect) => change({ effect })} />
        <Slider
          label={text.adoption}
          says={text.percent(supposition.adoption)}
          value={supposition.adoption}
          most={100}
          step={5}
          set={(adoption) => change({ adoption })}
        />
        <fieldset>
          <legend>{text.leverOn}</legend>
          {props.levers.map((lever) => (
            <label key={lever.name} className="tick">
              <input
                type="checkbox"
                checked={!supposition.without.includes(lever.name)}
                onChange={() => change({ without: toggled(supposition.without, lever.name) })}
              />
              {lever.title}
            </label>
          ))}
        </fieldset>
        <button type="button" disabled={isAsPlanned(supposition)} onClick={props.reset}>
          {text.reset}
        </button>
      </div>
      <div>
        {props.error ? <ProblemNote error={props.error} /> : null}
        {tried && <Both tried={tried} />}
      </div>
    </div>
  );
}

function Slider(props: { label: string; says: string; value: number; most: number; step: number; set: (value: number) => void }) {
  return (
    <label className="field slider">
      <span>
        {props.label} <output className="number">{props.says}</output>
      </span>
      <input
        type="range"
        min={0}
        max={props.most}
        step={props.step}
        value={props.value}
        aria-valuetext={props.says}
        onChange={(event) => props.set(Number(event.target.value))}
      />
    </label>
  );
}

function Both({ tried }: { tried: Tried }) {
  if (tried.refusal) return <p className="reading">{tried.refusal.text}</p>;
  const planned = tried.planned?.estimate ?? 0;
  const supposed = tried.supposed?.estimate ?? 0;
  const isSame = Math.abs(planned - supposed) < ONE;
  return (
    <>
      <p className="reading" role="status">
        {isSame ? text.same : text.becomes(chanceOf(planned), chanceOf(supposed), inTen(supposed))}
        {tried.missing.length > 0 && ` ${text.without(tried.missing.join(", "))}`}
      </p>
      <dl className="chances">
        <Chance name={text.asPlanned} chance={planned} />
        <Chance name={text.supposed} chance={supposed} />
      </dl>
    </>
  );
}

function Chance({ name, chance }: { name: string; chance: number }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">
        <meter min={0} max={1} value={chance} aria-label={name} /> {chanceOf(chance)}
      </dd>
    </div>
  );
}
