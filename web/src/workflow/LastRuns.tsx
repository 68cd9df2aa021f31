import type { components } from "../api/schema";
import { lengthOf } from "../parts/time";
import { words } from "../text/words";

type Run = NonNullable<components["schemas"]["WorkflowSummary"]["lastRuns"]>[number];

const HEIGHT = 22;
const STEP = 7;

/** The last runs as small bars, the newest on the right: as high as they took long, in the colour of their state. */
export function LastRuns({ runs }: { runs: Run[] }) {
  const inOrder = [...runs].reverse();
  const lengths = inOrder.map(secondsOf);
  const longest = Math.max(...lengths, 0.001);
  const says = inOrder.map((run, at) => `${words.states[run.state] ?? run.state} ${lengthOf(lengths[at] ?? 0)}`).join(", ");
  if (runs.length === 0) return null;
  return (
    <svg width={inOrder.length * STEP} height={HEIGHT} role="img" aria-label={says}>
      {inOrder.map((run, at) => {
        const high = Math.max(4, (HEIGHT * (lengths[at] ?? 0)) / longest);
        return (
          <rect key={run.id} x={at * STEP} y={HEIGHT - high} width={STEP - 2} height={high} fill={`var(--outturn-${paintOf(run.state)})`}>
            <title>{`${words.states[run.state] ?? run.state}, ${lengthOf(lengths[at] ?? 0)}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

function secondsOf(run: Run): number {
  if (!run.started) return 0;
  const end = run.ended ? new Date(run.ended) : new Date();
  return Math.max(0, (end.getTime() - new Date(run.started).getTime()) / 1_000);
}

function paintOf(state: string): string {
  return state === "succeeded" || state === "failed" || state === "running" ? state : "waiting";
}
