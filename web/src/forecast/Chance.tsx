import { forecastText as text } from "../text/forecast";
import { type Line, percentOf, toneOf } from "./chance";
import "./forecast.css";

/** The chance of keeping a deadline; of one that is over, what became of it. */
export function Chance({ line }: { line: Line }) {
  return (
    <span className={`chance ${toneOf(line)}`}>
      {line.state === "open" ? percentOf(line.chance) : (text.states[line.state] ?? line.state)}
    </span>
  );
}
