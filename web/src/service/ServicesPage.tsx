import { Link } from "wouter";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { serviceExample, servicesText as text } from "../text/services";
import { type Level, numberOf, percentOf, shareOf } from "./levels";
import "./service.css";

/** Do services keep what they promise? A line for each output. */
export default function ServicesPage() {
  const query = queries.useQuery("get", "/api/v1/services", {}, { refetchInterval: 60_000 });
  return (
    <Asked query={query} lines={8}>
      {({ sentence, services }) => (
        <Page
          title={text.title}
          lead={sentence}
          tools={
            <Link className="button" href="/at-risk">
              {text.atRisk}
            </Link>
          }
        >
          {services.length === 0 && <Empty />}
          {services.length > 0 && (
            <table className="stack promised">
              <thead>
                <tr>
                  <th scope="col">{text.columns.service}</th>
                  <th scope="col">{text.columns.promise}</th>
                  <th scope="col" className="number">{text.columns.kept}</th>
                  <th scope="col" className="number">{text.columns.range}</th>
                  <th scope="col" className="number">{text.columns.target}</th>
                  <th scope="col" className="number">{text.columns.left}</th>
                  <th scope="col" className="number">{text.columns.burn}</th>
                  <th scope="col">{text.columns.stands}</th>
                </tr>
              </thead>
              <tbody>
                {services.flatMap((service) => service.outputs.map((level) => <Row key={`${service.name}/${level.name}`} service={service} level={level} />))}
              </tbody>
            </table>
          )}
        </Page>
      )}
    </Asked>
  );
}

function Row({ service, level }: { service: { name: string; title: string }; level: Level }) {
  const { counted, budget, terms } = level;
  return (
    <tr>
      <th scope="row">
        <Link className="quiet" href={`/services/${encodeURIComponent(service.name)}`}>
          {service.title}
        </Link>
      </th>
      <td>{level.promise}</td>
      <td className="number" data-name={text.columns.kept}>
        {counted.share && text.of(counted.met, counted.due)}
      </td>
      <td className="number" data-name={text.columns.range}>
        {counted.share && `${shareOf(counted.share.low)} – ${shareOf(counted.share.high)}`}
      </td>
      <td className="number" data-name={text.columns.target}>
        {terms.target != null && percentOf(terms.target)}
      </td>
      <td className="number" data-name={text.columns.left}>
        {budget && numberOf(budget.left)}
      </td>
      <td className="number" data-name={text.columns.burn}>
        {budget?.burn != null && numberOf(budget.burn)}
      </td>
      <td className={`judgement ${level.judgement}`}>{text.judgements[level.judgement] ?? level.judgement}</td>
    </tr>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p>{text.empty}</p>
      <pre tabIndex={0}>{serviceExample}</pre>
      <pre>outturn validate FOLDER{"\n"}outturn apply FOLDER</pre>
    </div>
  );
}
