import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { dateOf } from "../parts/time";
import { outcomeText as text } from "../text/outcome";
import { amountOf, changeOf } from "./amount";
import { Kept } from "./Kept";

type Impact = components["schemas"]["Impact"];
type Finding = components["schemas"]["ImpactFinding"];
type Placebo = components["schemas"]["ImpactPlacebo"];

/** How sure we are: what the change did as far as the data tell, its grade and why, and what was kept of it. */
export function Sure({ name }: { name: string }) {
  const query = queries.useQuery("get", "/api/v1/outcomes/{name}/impact", { params: { path: { name } } }, { staleTime: 60_000 });
  return (
    <section aria-labelledby="sure">
      <h2 id="sure">{text.sure}</h2>
      <Asked query={query}>{(impact) => <Findings impact={impact} />}</Asked>
      <Kept name={name} />
    </section>
  );
}

function Findings({ impact }: { impact: Impact }) {
  const plan = impact.analysisPlan;
  return (
    <>
      <p>
        <span className={`badge ${plan.badge}`}>{plan.badge}</span> {plan.reason}
      </p>
      {impact.measures.map((each) =>
        each.finding ? (
          <OneFinding key={each.measure} finding={each.finding} unit={each.unit} />
        ) : (
          <p key={each.measure} className="reading">
            {each.title}: {each.refusal?.text}
          </p>
        ),
      )}
      <details className="twin">
        <summary>{text.data}</summary>
        <pre>{plan.text}</pre>
        {impact.measures.map(
          (each) => each.finding && <p key={each.measure}>{text.dataSays(each.finding.snapshotHash, each.finding.seed)}</p>,
        )}
      </details>
    </>
  );
}

function OneFinding({ finding, unit }: { finding: Finding; unit: string | null }) {
  const { grade, checks } = finding;
  return (
    <>
      <p className="reading">{finding.sentence}</p>
      <p>
        <Level level={grade.level} /> <strong>{text.grade(grade.level, grade.confidence)}</strong>: {grade.reason}.
      </p>
      <p className="muted">{finding.rule}</p>
      {finding.worth?.p50 != null && <Worth worth={finding.worth} />}
      <h3>{text.checked}</h3>
      <ul className="notes">
        <Tried placebo={checks.placeboInTime} />
        <Tried placebo={checks.placeboInSpace} />
        {checks.warnings.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {checks.assumptions.length > 0 && <Assumptions all={checks.assumptions} />}
      {checks.sensitivity.length > 0 && <Otherwise finding={finding} unit={unit} />}
    </>
  );
}

/** Five squares, as many filled as the level is; the words stand beside it. */
function Level({ level }: { level: number }) {
  return (
    <span className="level" aria-hidden="true">
      {"■".repeat(level)}
      {"□".repeat(5 - level)}
    </span>
  );
}

function Worth({ worth }: { worth: Finding["worth"] }) {
  const money = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 });
  return (
    <p>
      {worth.currency} {money.format(worth.p10 ?? 0)} to {money.format(worth.p90 ?? 0)} a year, {worth.category}. {worth.text}
    </p>
  );
}

function Tried({ placebo }: { placebo: Placebo }) {
  return <li className={placebo.state}>{placebo.text}</li>;
}

type Assumption = Finding["checks"]["assumptions"][number];

function Assumptions({ all }: { all: Assumption[] }) {
  return (
    <ul className="notes">
      {all.map((each) => (
        <li key={each.name}>
          {each.text} <span className="muted">({text.assumptions[each.state] ?? each.state})</span>
        </li>
      ))}
    </ul>
  );
}

function Otherwise({ finding, unit }: { finding: Finding; unit: string | null }) {
  return (
    <details className="twin">
      <summary>{text.otherWays}</summary>
      <table>
        <thead>
          <tr>
            {text.otherColumns.map((name, at) => (
              <th key={name} scope="col" className={at > 0 ? "number" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {finding.checks.sensitivity.map((each) => (
            <tr key={each.name}>
              <th scope="row">{each.words}</th>
              <td className="number">{each.effect?.estimate != null ? changeOf(each.effect.estimate, unit) : each.refusal}</td>
              <td className="number">{each.effect?.lower != null && `${changeOf(each.effect.lower)} to ${amountOf(each.effect.upper)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small">
        {finding.effect.words} {dateOf(finding.readTo)}.
      </p>
    </details>
  );
}
