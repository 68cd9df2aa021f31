import { useParams } from "wouter";
import { api, queries } from "../api/client";
import { ActDialog } from "../parts/ActDialog";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { dateOf } from "../parts/time";
import { useFilters } from "../parts/useFilters";
import { surveysText as text } from "../text/surveys";
import { Results } from "./Results";
import type { Survey, Wave } from "./SurveysPage";
import "../outcome/outcome.css";
import "./survey.css";

/** A survey: what it asks, its waves, and what came of them under the rules that protect who answers. */
export default function SurveyPage() {
  const name = useParams<{ name: string }>().name;
  const query = queries.useQuery("get", "/api/v1/surveys/{name}", { params: { path: { name } } }, { refetchInterval: 30_000 });
  return (
    <Asked query={query} title={name}>
      {(survey) => (
        <article key={name} className="outcome survey">
          <Page title={survey.title} lead={leadOf(survey.waves[0])} tools={<Tools survey={survey} />}>
            <p className="muted small">
              {survey.owner && text.owner(survey.owner)} {survey.service && text.service(survey.service)}
            </p>
            <section aria-labelledby="design">
              <h2 id="design">{text.design}</h2>
              <p>{text.designSays}</p>
              <ol className="notes">
                {survey.items.map((item) => (
                  <li key={item.name}>
                    {item.ask} <span className="muted small">{item.name}</span>
                  </li>
                ))}
              </ol>
            </section>
            {survey.waves.length > 0 && <Waves waves={survey.waves} />}
            <Closed survey={survey} />
          </Page>
        </article>
      )}
    </Asked>
  );
}

function leadOf(wave: Wave | undefined): string {
  if (wave === undefined) return text.leadNone;
  if (wave.span.closed) return text.leadClosed(dateOf(wave.span.closed));
  return text.leadOpen(wave.answered, wave.invited, dateOf(wave.span.closes));
}

/** Only what can be done now is offered: while a wave is open no other one is opened. */
function Tools({ survey }: { survey: Survey }) {
  const path = { params: { path: { name: survey.name } }, body: {} };
  const wave = survey.waves[0];
  const isOpen = wave !== undefined && !wave.span.closed;
  if (!isOpen) {
    return (
      <ActDialog main button={text.send} title={text.sendTitle} does={text.send} act={() => api.POST("/api/v1/surveys/{name}/send", path)}>
        <p>{text.sendSays}</p>
      </ActDialog>
    );
  }
  return (
    <>
      <ActDialog button={text.remind} title={text.remindTitle} does={text.remind} act={() => api.POST("/api/v1/surveys/{name}/remind", path)}>
        <p>{text.remindSays}</p>
      </ActDialog>
      <ActDialog button={text.close} title={text.closeTitle} does={text.close} act={() => api.POST("/api/v1/surveys/{name}/close", path)}>
        <p>{text.closeSays}</p>
      </ActDialog>
    </>
  );
}

function Waves({ waves }: { waves: Wave[] }) {
  const [wave, opened, state, response, mail] = text.waveColumns;
  return (
    <section aria-labelledby="waves">
      <h2 id="waves">{text.waves}</h2>
      <table className="stack">
        <thead>
          <tr>
            {text.waveColumns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {waves.map((each) => (
            <tr key={each.wave}>
              <th scope="row" data-name={wave}>
                {text.wave(each.wave)}
              </th>
              <td data-name={opened}>{text.openedBy(each.span.openedBy, dateOf(each.span.opened))}</td>
              <td data-name={state}>{each.span.closed ? text.closed(dateOf(each.span.closed)) : text.isOpen(dateOf(each.span.closes))}</td>
              <td data-name={response}>
                <meter min={0} max={Math.max(1, each.invited)} value={each.answered} aria-label={response} /> {text.answered(each.answered, each.invited)}
              </td>
              <td data-name={mail}>{mailOf(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function mailOf({ mail }: Wave): string {
  const said = [mail.unsent > 0 && text.mailUnsent(mail.unsent), mail.failed > 0 && text.mailFailed(mail.failed), mail.error].filter(Boolean);
  return said.length === 0 ? text.mailSent : said.join(", ");
}

function Closed({ survey }: { survey: Survey }) {
  const [chosen, set] = useFilters();
  const closed = survey.waves.filter((each) => each.span.closed);
  const wave = closed.find((each) => String(each.wave) === chosen("wave")) ?? closed[0];
  return (
    <section aria-labelledby="results">
      <h2 id="results">{text.results}</h2>
      {wave === undefined ? (
        <p className="muted">{text.noResults}</p>
      ) : (
        <>
          {closed.length > 1 && (
            <div className="filters">
              <label className="field">
                {text.choose}
                <select value={wave.wave} onChange={(event) => set("wave", event.target.value)}>
                  {closed.map((each) => (
                    <option key={each.wave} value={each.wave}>
                      {text.wave(each.wave)}
                    </option>
                  ))}
                </select>
              </label>
            </div>
          )}
          <Results survey={survey} wave={wave.wave} />
        </>
      )}
    </section>
  );
}
