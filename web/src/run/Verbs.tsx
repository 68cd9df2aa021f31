import { useState } from "react";
import { runText as text } from "../text/run";
import { RerunWith } from "./StartRun";
import { ended, type Overview } from "./useRun";
import { useRole } from "./useAct";
import { VerbDialog } from "./VerbDialog";
import { isGrave, keyOf, nameOf, offered, type Way } from "./verbs";

/** What may be done to the run as a whole. */
export function RunVerbs({ run }: { run: Overview }) {
  const [again, setAgain] = useState(false);
  const role = useRole();
  const more = role !== undefined && role !== "viewer" && ended(run.state) ? { name: text.rerunWith, take: () => setAgain(true) } : undefined;
  return (
    <>
      <VerbRow ways={run.verbs} run={run.id} {...(more && { other: more })} />
      <RerunWith run={run} open={again} close={() => setAgain(false)} />
    </>
  );
}

/** What may be done to a task. */
export function TaskVerbs(props: { run: Overview; task: string; ways: Way[]; promised: Record<string, string> }) {
  return (
    <div className="row verbs">
      <VerbRow ways={props.ways} run={props.run.id} task={props.task} promised={props.promised} />
    </div>
  );
}

interface Row {
  ways: Way[];
  run: string;
  task?: string;
  promised?: Record<string, string>;
  other?: { name: string; take: () => void };
}

function VerbRow({ ways, run, task, promised = {}, other }: Row) {
  const [chosen, setChosen] = useState<Way | null>(null);
  const role = useRole();
  const { first, more } = offered(ways, role);
  const button = (way: Way, plain: boolean) => (
    <button key={keyOf(way)} type="button" className={[plain ? "plain" : "", isGrave(way) ? "grave" : ""].join(" ").trim()} onClick={() => setChosen(way)}>
      {nameOf(way)}
    </button>
  );
  return (
    <>
      {first.map((way) => button(way, false))}
      {(more.length > 0 || other) && (
        <details className="menu" onClick={(event) => closeAfter(event.currentTarget, event.target)}>
          <summary>{text.more}</summary>
          <div>
            {more.map((way) => button(way, true))}
            {other && (
              <button type="button" className="plain" onClick={other.take}>
                {other.name}
              </button>
            )}
          </div>
        </details>
      )}
      <VerbDialog way={chosen} run={run} task={task ?? null} promised={promised} close={() => setChosen(null)} />
    </>
  );
}

/** A menu closes when something of it was chosen. */
function closeAfter(menu: HTMLDetailsElement, target: EventTarget): void {
  if (target instanceof HTMLButtonElement) menu.open = false;
}
