import { forecastText as text } from "../text/forecast";
import { isGuess, isOpen, type Line, percentOf, toneOf } from "./chance";
import "./forecast.css";

/** The chance of keeping a deadline; of one that is over, what became of it. */
export function Chance({ line }: { line: Line }) {
  return (
    <span className={`chance ${toneOf(line)}`}>
      {isGuess(line) ? text.unknown : isOpen(line) ? percentOf(line.chance) : (text.states[line.state] ?? line.state)}
    </span>
  );
}
