import type { components } from "../api/schema";
import { planText as text } from "../text/plan";

type Driver = components["schemas"]["PlanForecast"]["drivers"][number];

const WIDTH = 240;
const HEIGHT = 16;

/** What decides most of the value that is due, the greatest first: a table whose last column is the drawing. */
export function Tornado({ drivers }: { drivers: Driver[] }) {
  if (drivers.length === 0) return null;
  const [what, kind, correlation] = text.tornadoColumns;
  return (
    <>
      <h3>{text.tornado}</h3>
      <p className="muted">{text.tornadoSays}</p>
      <table className="stack tornado">
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col">{kind}</th>
            <th scope="col" colSpan={2}>
              {correlation}
            </th>
          </tr>
        </thead>
        <tbody>
          {drivers.map((each) => (
            <tr key={each.kind + each.name}>
              <th scope="row">{each.kind === "level" ? text.level : each.name}</th>
              <td data-name={kind}>{text.kinds[each.kind] ?? each.kind}</td>
              <td data-name={correlation} className="number share">
                {each.correlation.toFixed(2).replace("-", "−")}
              </td>
              <td>
                <Bar share={each.correlation} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Bar({ share }: { share: number }) {
  const half = WIDTH / 2;
  const long = Math.abs(share) * half;
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={`M${half} 0V${HEIGHT}`} stroke="var(--outturn-axis)" />
      <rect x={share < 0 ? half - long : half} y={2} width={long} height={HEIGHT - 4} fill="var(--outturn-plan)" />
    </svg>
  );
}
