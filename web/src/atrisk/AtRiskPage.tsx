import { Link } from "wouter";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { useFilters } from "../parts/useFilters";
import { atRiskText as text, example } from "../text/atRisk";
import { Stake } from "./Stake";
import { type Item, type Named, outcomesOf } from "./stakes";
import "./atrisk.css";

/** What does late work endanger, and what is at stake? What is worth most comes first. */
export default function AtRiskPage() {
  const query = queries.useQuery("get", "/api/v1/at-risk", {}, { refetchInterval: 15_000 });
  return (
    <Asked query={query} lines={8}>
      {(data) => (
        <Page
          title={text.title}
          lead={data.sentence}
          tools={
            <Link className="button" href="/services">
              {text.services}
            </Link>
          }
        >
          {data.promises === 0 && data.items.length === 0 && <Empty />}
          {data.items.length > 0 && <Items items={data.items} />}
          <How />
        </Page>
      )}
    </Asked>
  );
}

function Items({ items }: { items: Item[] }) {
  const [chosen, set] = useFilters();
  const outcome = chosen("outcome");
  const outcomes = outcomesOf(items);
  const shown = outcome ? items.filter((each) => each.about.outcome === outcome) : items;
  return (
    <>
      {(outcomes.length > 1 || outcome) && <Choice outcomes={outcomes} outcome={outcome} set={(name) => set("outcome", name)} />}
      {shown.length === 0 && <p className="empty">{text.none}</p>}
      <ol className="stakes">
        {shown.map((each) => (
          <Stake key={each.work.deadline + each.work.run + each.work.businessDate + each.about.service + each.about.output + each.about.outcome} item={each} />
        ))}
      </ol>
    </>
  );
}

function Choice({ outcomes, outcome, set }: { outcomes: Named[]; outcome: string; set: (name: string) => void }) {
  return (
    <search className="filters">
      <label className="field">
        {text.outcome}
        <select value={outcome} onChange={(event) => set(event.target.value)}>
          <option value="">{text.everyOutcome}</option>
          {outcomes.map((each) => (
            <option key={each.name} value={each.name}>
              {each.title}
            </option>
          ))}
          {outcome && !outcomes.some((each) => each.name === outcome) && <option value={outcome}>{outcome}</option>}
        </select>
      </label>
    </search>
  );
}

function How() {
  return (
    <details className="after">
      <summary>{text.how}</summary>
      <div className="after">
        {text.howSays.map((each) => (
          <p key={each}>{each}</p>
        ))}
      </div>
    </details>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p>{text.empty}</p>
      <pre tabIndex={0}>{example}</pre>
      <p>{text.emptyThen}</p>
      <pre>outturn validate FOLDER{"\n"}outturn apply FOLDER</pre>
    </div>
  );
}
