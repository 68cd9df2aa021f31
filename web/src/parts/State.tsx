import { words } from "../text/words";
import { marks } from "./marks";

/** A state as a mark of its own shape, a colour and a word: none of them says it alone. */
export function State({ state, says }: { state: string; says?: string }) {
  return (
    <span className={`state ${state}`}>
      <span className="mark" aria-hidden="true">
        {marks[state] ?? "·"}
      </span>
      {says ?? words.states[state] ?? state}
    </span>
  );
}
