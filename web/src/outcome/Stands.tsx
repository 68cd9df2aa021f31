import { Link } from "wouter";
import type { components } from "../api/schema";
import { dateOf } from "../parts/time";
import { outcomeText as text } from "../text/outcome";
import { amountOf } from "./amount";
import { ChartNumbers } from "./ChartNumbers";
import { OutcomeChart } from "./ServerChart";

export type Position = components["schemas"]["Position"];

const MOST_NOTES = 3;

/** Where a measure of an outcome stands: a few figures, its chart, and what is to be borne in mind about it. */
export function Stands({ outcome, position, alone }: { outcome: string; position: Position; alone: boolean }) {
  const path = `/measures/${encodeURIComponent(position.measure)}`;
  const isObserved = (position.chart?.periods.length ?? 0) > 0;
  return (
    <>
      {!alone && <h3>{position.title}</h3>}
      <Figures position={position} />
      {isObserved ? (
        <figure className="plate">
          <OutcomeChart outcome={outcome} measure={position.measure} />
          <figcaption className="muted small">
            <Link href={path}>{text.measurePage(position.title)}</Link>
          </figcaption>
        </figure>
      ) : (
        <p className="empty">
          {text.noChart} <code>outturn observe {position.measure} PERIOD VALUE</code>
        </p>
      )}
      {isObserved && position.chart && <ChartNumbers chart={position.chart} title={position.title} />}
      <div className="columns">
        <Notes title={text.signals} notes={position.signals} />
        <Notes title={text.cautions} notes={position.warnings} />
      </div>
    </>
  );
}

function Figures({ position }: { position: Position }) {
  const { baseline, since, latest, target, unit } = position;
  const figures = text.figures;
  return (
    <dl className="figures">
      {baseline && (
        <Figure name={figures.before} value={amountOf(baseline.mean)} note={figures.to(dateOf(baseline.from ?? ""), dateOf(baseline.to ?? ""))} />
      )}
      {since && <Figure name={figures.since} value={amountOf(since.mean)} note={figures.from(dateOf(since.date ?? ""))} />}
      {latest && <Figure name={figures.latest} value={amountOf(latest.value, unit)} note={dateOf(latest.period ?? "")} />}
      {target && <Figure name={figures.target} value={amountOf(target.value)} note={figures.by(dateOf(target.by ?? ""))} />}
    </dl>
  );
}

function Figure({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div>
      <dt>
        {name}, {note}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

function Notes({ title, notes }: { title: string; notes: string[] }) {
  if (notes.length === 0) return null;
  const rest = notes.slice(MOST_NOTES);
  return (
    <div>
      <h3>{title}</h3>
      <ul className="notes">
        {notes.slice(0, MOST_NOTES).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{text.older(rest.length)}</summary>
          <ul className="notes">
            {rest.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
