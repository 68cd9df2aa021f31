import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { lengthOf } from "../parts/time";
import { measureText as text } from "../text/measure";

type WholeQuality = components["schemas"]["WholeQuality"];

/** Which values count, by which rules, and why others do not. */
export function Quality({ name }: { name: string }) {
  const query = queries.useQuery("get", "/api/v1/measures/{name}/quality", { params: { path: { name } } });
  return (
    <section aria-labelledby="quality">
      <h2 id="quality">{text.quality}</h2>
      <Asked query={query} lines={3}>
        {(quality) => (
          <>
            {quality.share !== null && <p>{text.share(quality.counted, quality.due, `${Math.round(quality.share * 100)}\u00a0%`)}</p>}
            <Rules rules={quality.rules} />
            {quality.failures.length > 0 && (
              <>
                <p>{text.failing}</p>
                <ul className="notes">
                  {quality.failures.map((each) => (
                    <li key={each.rule}>
                      {text.rules[each.rule] ?? each.rule}: {each.reason}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {quality.excluded.length > 0 && (
              <p>
                {text.hollow(quality.excluded.length)} {text.hollowSays}
              </p>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

function Rules({ rules }: { rules: WholeQuality["rules"] }) {
  const says = text.ruleValue;
  const all: [string, string][] = [];
  if (rules.completeness !== undefined) all.push(["completeness", says.completeness(rules.completeness)]);
  if (rules.lateness !== undefined) all.push(["lateness", says.lateness(lengthOf(rules.lateness))]);
  if (rules.range !== undefined) all.push(["range", says.range(rules.range[0] ?? 0, rules.range[1] ?? 0)]);
  if (rules.jump !== undefined) all.push(["jump", says.jump(rules.jump)]);
  if (rules.minimum !== undefined) all.push(["minimum", says.minimum(rules.minimum)]);
  if (rules.freshness !== undefined) all.push(["freshness", says.freshness(lengthOf(rules.freshness))]);
  if (all.length === 0) return <p className="muted">{text.noRules}</p>;
  return (
    <dl className="measure-facts">
      {all.map(([rule, value]) => (
        <div key={rule}>
          <dt>{text.rules[rule]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
