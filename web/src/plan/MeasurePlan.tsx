import type { components } from "../api/schema";
import { amountOf, chanceOf } from "../outcome/amount";
import { planText as text } from "../text/plan";
import type { FanPoint } from "./fan";
import { FanChart, FanTable } from "./FanChart";
import { Tornado } from "./Tornado";

type Measure = components["schemas"]["Planned"]["measures"][number];
type Forecast = components["schemas"]["PlanForecast"];

/** What a measure is likely to come to: in words, as figures, as a fan, and what decides it. */
export function MeasurePlan({ measure, alone, supposed }: { measure: Measure; alone: boolean; supposed: FanPoint[] }) {
  const { forecast } = measure;
  const isOther = forecast !== null && supposed.some((each, at) => each.p50 !== forecast.points[at]?.p50);
  return (
    <section aria-label={measure.title}>
      <h2>{alone ? text.forecast : measure.title}</h2>
      {measure.refusal && <p className="reading">{measure.refusal.text}</p>}
      {measure.sentences.slice(alone ? 1 : 0).map((each) => (
        <p key={each} className="reading">
          {each}
        </p>
      ))}
      {forecast && (
        <>
          <Figures forecast={forecast} />
          <h3>{text.fan}</h3>
          <FanChart
            title={measure.title}
            unit={measure.unit}
            points={forecast.points}
            target={forecast.target?.value ?? null}
            supposed={isOther ? supposed : []}
          />
          <FanTable points={forecast.points} unit={measure.unit} />
          <Tornado drivers={forecast.drivers} />
          <Grounds forecast={forecast} unit={measure.unit} />
        </>
      )}
    </section>
  );
}

function Figures({ forecast }: { forecast: Forecast }) {
  const figures = text.figures;
  const all: [string, Forecast["attained"]][] = [
    [figures.now, forecast.attained],
    [figures.withoutPeople, forecast.withoutPeople],
    [figures.later, forecast.threeMonthsLater],
    [figures.before, forecast.before],
  ];
  return (
    <dl className="figures">
      {all.map(([name, chance]) =>
        chance ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{chanceOf(chance.estimate)}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Grounds({ forecast, unit }: { forecast: Forecast; unit: string | null }) {
  return (
    <ul className="notes muted">
      {forecast.missing.length > 0 && <li>{text.missing(forecast.missing.join(", "))}</li>}
      {forecast.warnings.map((each) => (
        <li key={each}>{each}</li>
      ))}
      {forecast.detectable !== null && <li>{text.detectable(amountOf(forecast.detectable, unit))}</li>}
      <li>{text.draws(forecast.draws)}</li>
    </ul>
  );
}
