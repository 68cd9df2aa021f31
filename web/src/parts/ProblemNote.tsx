import { isProblem } from "../api/client";
import { words } from "../text/words";

/** What went wrong, in the server's words, and a way to try again. */
export function ProblemNote({ error, again }: { error: unknown; again?: () => void }) {
  const said = isProblem(error) ? `${error.title}: ${error.detail ?? ""}` : words.away;
  return (
    <div className="note problem" role="alert">
      <p>{said}</p>
      {again && (
        <button type="button" onClick={again}>
          {words.again}
        </button>
      )}
    </div>
  );
}
