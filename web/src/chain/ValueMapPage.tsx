import { Link } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Drawing } from "../outcome/ServerChart";
import { Asked } from "../parts/Asked";
import { Loading } from "../parts/Loading";
import { Page } from "../parts/Page";
import { useFilters } from "../parts/useFilters";
import { chainText as text } from "../text/chain";
import { Lists } from "./Lists";
import "../outcome/outcome.css";
import "./chain.css";

type ValueMap = components["schemas"]["ValueMap"];

const WIDTH = 1200;

/** What leads to what, and why: drawn, and the same as lists with links from one to the next. */
export default function ValueMapPage() {
  const [chosen, set] = useFilters();
  const outcome = chosen("outcome");
  const around = outcome ? { outcome } : {};
  const query = queries.useQuery("get", "/api/v1/value-map", { params: { query: around } }, { placeholderData: (old) => old });
  return (
    <Asked query={query} lines={10}>
      {(map) => (
        <Page
          title={text.title}
          lead={map.nodes.length > 0 && map.sentence}
          tools={
            <Link className="button" href="/portfolio">
              {text.portfolio}
            </Link>
          }
        >
          <search className="filters">
            <Around outcome={outcome} set={(name) => set("outcome", name)} />
          </search>
          {map.nodes.length === 0 ? (
            <div className="empty">
              <p>{text.empty}</p>
              <pre>outturn validate FOLDER{"\n"}outturn apply FOLDER</pre>
            </div>
          ) : (
            <Drawn around={around} />
          )}
          {map.findings.length > 0 && <Findings findings={map.findings} />}
          {map.nodes.length > 0 && <Lists map={map} />}
        </Page>
      )}
    </Asked>
  );
}

function Around({ outcome, set }: { outcome: string; set: (name: string) => void }) {
  const query = queries.useQuery("get", "/api/v1/portfolio", {}, { staleTime: 60_000 });
  const items = query.data?.items ?? [];
  return (
    <label className="field">
      {text.around}
      <select value={outcome} onChange={(event) => set(event.target.value)}>
        <option value="">{text.everything}</option>
        {items.map((each) => (
          <option key={each.name} value={each.name}>
            {each.title}
          </option>
        ))}
        {outcome && !items.some((each) => each.name === outcome) && <option value={outcome}>{outcome}</option>}
      </select>
    </label>
  );
}

function Drawn({ around }: { around: { outcome?: string } }) {
  const query = queries.useQuery(
    "get",
    "/api/v1/value-map.svg",
    { params: { query: { ...around, width: WIDTH } }, parseAs: "text" },
    { placeholderData: (old) => old },
  );
  return (
    <div className="chart map" role="region" aria-label={text.drawing} tabIndex={0}>
      {query.isPending ? <Loading lines={10} /> : <Drawing query={query} />}
    </div>
  );
}

function Findings({ findings }: { findings: ValueMap["findings"] }) {
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{text.findings}</h2>
      <ul className="checks">
        {findings.map((each) => (
          <li key={each.id + each.text} className={each.verdict}>
            <span className="mark" aria-hidden="true">
              {each.verdict === "fail" ? "✗" : "!"}
            </span>
            <div>
              <span className="hidden-text">{text.verdicts[each.verdict]}: </span>
              {each.text}
              <div className="todo">{each.todo}</div>
            </div>
            <code>{each.id}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
