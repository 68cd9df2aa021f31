import type { components } from "../api/schema";
import { chanceOf } from "../outcome/amount";
import { honestyText as text } from "../text/honesty";
import { spotsOf } from "./spots";

type Fifth = components["schemas"]["Honesty"]["reliability"][number];

const SIDE = 220;
const LEFT = 44;
const BELOW = 40;

/** How often what was given a chance came true: a small chart and its table. */
export function Reliability({ fifths }: { fifths: Fifth[] }) {
  return (
    <section aria-labelledby="reliability">
      <h2 id="reliability">{text.reliability}</h2>
      {fifths.length === 0 ? (
        <p className="muted">{text.noneDue}</p>
      ) : (
        <div className="reliability">
          <figure>
            <Plot fifths={fifths} />
            <figcaption className="muted small">{text.reliabilitySays}</figcaption>
          </figure>
          <Table fifths={fifths} />
        </div>
      )}
    </section>
  );
}

function Plot({ fifths }: { fifths: Fifth[] }) {
  const marks = [0, 0.5, 1];
  return (
    <svg className="spots" width={SIDE + LEFT + 16} height={SIDE + BELOW + 12} role="img" aria-label={text.chartSays}>
      <g transform={`translate(${LEFT} 12)`}>
        {marks.map((mark) => (
          <g key={mark}>
            <path d={`M0 ${SIDE * (1 - mark)}H${SIDE}M${SIDE * mark} 0V${SIDE}`} stroke="var(--outturn-grid)" />
            <text x={-6} y={SIDE * (1 - mark)} dy=".35em" textAnchor="end">
              {mark * 100} %
            </text>
            <text x={SIDE * mark} y={SIDE + 16} textAnchor="middle">
              {mark * 100} %
            </text>
          </g>
        ))}
        <path d={`M0 ${SIDE}L${SIDE} 0`} stroke="var(--outturn-centre)" strokeDasharray="4 4" />
        {spotsOf(fifths, SIDE).map((spot) => (
          <circle key={`${spot.x}/${spot.y}`} cx={spot.x} cy={spot.y} r={spot.r} fill="var(--outturn-plan)" fillOpacity={0.75} />
        ))}
        <text x={SIDE / 2} y={SIDE + 34} textAnchor="middle">
          {text.given}
        </text>
      </g>
    </svg>
  );
}

function Table({ fifths }: { fifths: Fifth[] }) {
  return (
    <table>
      <thead>
        <tr>
          {text.columns.map((name, at) => (
            <th key={name} scope="col" className={at > 0 ? "number" : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fifths.map((each) => (
          <tr key={each.from}>
            <th scope="row">{text.range(`${Math.round(each.from * 100)}`, `${Math.round(each.to * 100)}\u00a0%`)}</th>
            <td className="number">{each.count}</td>
            <td className="number">{each.chance === null ? "–" : chanceOf(each.chance)}</td>
            <td className="number">{each.reached === null ? "–" : `${Math.round(each.reached * 100)}\u00a0%`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
