import type { components } from "../api/schema";
import { dateOf } from "../parts/time";
import { outcomeText as text } from "../text/outcome";
import { amountOf } from "./amount";
import { type Point, pointsOf } from "./course";

/** The twin of a control chart for those who read it, or have it read to them. */
export function ChartNumbers({ chart, title }: { chart: components["schemas"]["Chart"]; title: string }) {
  return (
    <>
      <details className="twin">
        <summary>{text.numbers}</summary>
        <div className="table scroll" role="region" aria-label={`${text.numbers}: ${title}`} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {text.numbersColumns.map((name, at) => (
                  <th key={name} scope="col" className={at > 0 && at < 5 ? "number" : undefined}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {pointsOf(chart).map((point) => (
                <Row key={point.period} point={point} />
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {chart.excluded.length > 0 && <Hollow excluded={chart.excluded} />}
    </>
  );
}

function Row({ point }: { point: Point }) {
  return (
    <tr>
      <th scope="row">{dateOf(point.period)}</th>
      <td className="number">{amountOf(point.value)}</td>
      <td className="number">{amountOf(point.lower)}</td>
      <td className="number">{amountOf(point.mean)}</td>
      <td className="number">{amountOf(point.upper)}</td>
      <td>{point.signal && `${text.kinds[point.signal.kind] ?? point.signal.kind}: ${text.rules[point.signal.rule] ?? point.signal.rule}`}</td>
    </tr>
  );
}

/** The values that do not count, and why. */
function Hollow({ excluded }: { excluded: { period: string; value: number; why: string }[] }) {
  return (
    <details className="twin">
      <summary>{text.hollow(excluded.length)}</summary>
      <table>
        <thead>
          <tr>
            {text.hollowColumns.map((name, at) => (
              <th key={name} scope="col" className={at === 1 ? "number" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {excluded.toReversed().map((each) => (
            <tr key={each.period}>
              <th scope="row">{dateOf(each.period)}</th>
              <td className="number">{amountOf(each.value)}</td>
              <td>{each.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
