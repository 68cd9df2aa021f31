import { amountOf } from "../outcome/amount";
import { dateOf } from "../parts/time";
import { useWidth } from "../parts/useWidth";
import { planText as text } from "../text/plan";
import { type FanPoint, fanOf, rangeOf } from "./fan";

const WIDTHS = [300, 400, 520, 640, 760, 880];
const HEIGHT = 260;
const LEFT = 52;
const BELOW = 26;
const TOP = 8;

/** P10, P50 and P90 by period, beside the target, and beside a supposition where there is one. */
export function FanChart(props: { title: string; unit: string | null; points: FanPoint[]; target: number | null; supposed?: FanPoint[] }) {
  const [place, width] = useWidth<HTMLDivElement>(WIDTHS);
  const { points, target, unit } = props;
  const supposed = props.supposed ?? [];
  const last = points.at(-1);
  const says = last ? text.fanSays(props.title, amountOf(last.p10), amountOf(last.p50), amountOf(last.p90, unit)) : props.title;
  const room = { width: Math.max(0, width - LEFT - 8), height: HEIGHT };
  const range = rangeOf([...points, ...supposed], target);
  const fan = fanOf(points, target, room, range);
  const other = supposed.length === points.length && supposed.length > 0 ? fanOf(supposed, target, room, range) : null;
  return (
    <div ref={place} className="chart fan" style={{ minHeight: HEIGHT + BELOW + TOP }}>
      {width > 0 && (
        <svg width={width} height={HEIGHT + BELOW + TOP} role="img" aria-label={says}>
          <g transform={`translate(${LEFT} ${TOP})`}>
            {fan.ticks.map((tick) => (
              <g key={tick.value}>
                <path d={`M0 ${tick.at}H${room.width}`} stroke="var(--outturn-grid)" />
                <text x={-8} y={tick.at} dy=".35em" textAnchor="end">
                  {amountOf(tick.value)}
                </text>
              </g>
            ))}
            {fan.dates.map((date, at) => (
              <text key={date.period} x={date.at} y={HEIGHT + 18} textAnchor={at === 0 ? "start" : at === fan.dates.length - 1 ? "end" : "middle"}>
                {dateOf(date.period)}
              </text>
            ))}
            <path d={fan.band} fill="var(--outturn-band)" />
            <path d={fan.middle} fill="none" stroke="var(--outturn-plan)" strokeWidth={2} />
            {other && <path d={other.middle} fill="none" stroke="var(--outturn-concern-edge)" strokeWidth={2} strokeDasharray="2 4" />}
            {other && <path d={other.band} fill="none" stroke="var(--outturn-concern-edge)" strokeDasharray="2 4" />}
            {fan.target !== null && <path d={`M0 ${fan.target}H${room.width}`} stroke="var(--outturn-target)" strokeDasharray="7 4" strokeWidth={1.5} />}
          </g>
        </svg>
      )}
      <Key isSupposed={other !== null} hasTarget={target !== null} />
    </div>
  );
}

function Key({ isSupposed, hasTarget }: { isSupposed: boolean; hasTarget: boolean }) {
  const key = text.fanKey;
  return (
    <ul className="fan-key small" aria-hidden="true">
      <li className="band">{key.band}</li>
      <li className="middle">{key.middle}</li>
      {hasTarget && <li className="target">{key.target}</li>}
      {isSupposed && <li className="supposed">{key.supposed}</li>}
    </ul>
  );
}

/** The twin of a fan. */
export function FanTable({ points, unit }: { points: FanPoint[]; unit: string | null }) {
  return (
    <details className="twin">
      <summary>
        {text.fanTable}
        {unit ? `, ${unit}` : ""}
      </summary>
      <div className="table scroll" role="region" aria-label={text.fanTable} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {text.fanColumns.map((name, at) => (
                <th key={name} scope="col" className={at > 0 ? "number" : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((each) => (
              <tr key={each.period}>
                <th scope="row">{dateOf(each.period)}</th>
                <td className="number">{amountOf(each.p10)}</td>
                <td className="number">{amountOf(each.p50)}</td>
                <td className="number">{amountOf(each.p90)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
