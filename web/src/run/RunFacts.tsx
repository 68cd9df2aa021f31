import { type ReactNode } from "react";
import { Link } from "wouter";
import { Moment } from "../parts/Moment";
import { State } from "../parts/State";
import { lengthOf, spanOf } from "../parts/time";
import { words } from "../text/words";
import { runText as text } from "../text/run";
import { countsOf } from "./fold";
import { starterOf } from "./said";
import { ended, type Overview } from "./useRun";

const ORDER = ["failed", "running", "ready", "waiting", "succeeded", "skipped", "cancelled"];

interface Usual {
  medianSeconds: number;
  runs: number;
}

/**
 * The facts of a run in one quiet line, and how many of its tasks are in which state.
 *
 * @param usual how long the last runs took; undefined until that is known, null when there were none
 */
export function RunFacts({ run, usual }: { run: Overview; usual: Usual | null | undefined }) {
  const by = starterOf(run.startedBy);
  const counts = countsOf(run.tasks).byState;
  return (
    <>
      <dl className="run-facts">
        <Fact name={text.facts.state}>
          <State state={run.state} />
        </Fact>
        {run.held && <Fact name={text.facts.held}>{text.heldBy(run.held.by ?? "", run.held.why)}</Fact>}
        {run.due && (
          <Fact name={text.facts.due}>
            <Moment at={run.due} />
          </Fact>
        )}
        {run.started && (
          <Fact name={text.facts.started}>
            <Moment at={run.started} />
          </Fact>
        )}
        {run.started && <Fact name={ended(run.state) ? text.facts.took : text.facts.sofar}>{spanOf(run.started, run.ended)}</Fact>}
        <Fact name={text.facts.usually}>
          <span className="usual">{usualOf(usual)}</span>
        </Fact>
        <Fact name={text.facts.by}>{by.run ? <Link href={`/runs/${by.run}`}>{by.words}</Link> : by.words}</Fact>
        <Fact name={text.facts.workflow}>
          <Link href={`/workflows/${encodeURIComponent(run.workflow)}`}>{run.workflow}</Link>
        </Fact>
        <Fact name={text.facts.version}>
          {run.project} {run.version}
        </Fact>
        {run.priority !== null && <Fact name={text.facts.priority}>{run.priority}</Fact>}
        {run.tickets.length > 0 && (
          <Fact name={text.facts.tickets}>
            {run.tickets.map((ticket) => (
              <a key={ticket.url} href={/^https?:/.test(ticket.url) ? ticket.url : "#"} rel="noreferrer">
                {ticket.number}
              </a>
            ))}
          </Fact>
        )}
      </dl>
      <ul className="counts" aria-label={text.tasks}>
        {ORDER.filter((state) => counts[state]).map((state) => (
          <li key={state}>
            <State state={state} says={`${counts[state]} ${words.states[state] ?? state}`} />
          </li>
        ))}
      </ul>
      {run.note && <p className="note">{run.note}</p>}
      {run.children.length > 0 && <Children ids={run.children} />}
    </>
  );
}

function usualOf(usual: Usual | null | undefined): string {
  if (usual === undefined) return "\u00a0";
  return usual === null ? text.usualUnknown : text.usual(lengthOf(usual.medianSeconds), usual.runs);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Children({ ids }: { ids: string[] }) {
  return (
    <details className="small children">
      <summary>
        {text.facts.children}: {ids.length}
      </summary>
      <p>
        {ids.map((id) => (
          <Link key={id} href={`/runs/${id}`}>
            {id}
          </Link>
        ))}
      </p>
    </details>
  );
}
