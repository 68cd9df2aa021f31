import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client";
import type { components } from "../api/schema";
import { ProblemNote } from "../parts/ProblemNote";
import { useSettled } from "../parts/useSettled";
import { describeText as text } from "../text/describe";
import { dayOf, type Draft } from "./yaml";

type Found = components["schemas"]["StatementAdvice"];

const SETTLED_MS = 300;

const marks: Record<string, string> = { error: "✗", warning: "!", hint: "·" };

/** The sentence that the parts make, and what the server advises on it. */
export function Advice({ draft, project }: { draft: Draft; project: string }) {
  const { who, change, from, to, by, soThat } = draft;
  const asked = useSettled(JSON.stringify({ slots: { who, change, from, to, by: dayOf(by), soThat }, project }), SETTLED_MS);
  const isBegun = `${who}${change}`.trim() !== "";
  const query = useQuery<Found, unknown>({
    queryKey: ["statement", asked],
    queryFn: () => ask(asked),
    enabled: isBegun,
    placeholderData: (old) => old,
    staleTime: Infinity,
  });
  return (
    <section aria-labelledby="sentence">
      <h2 id="sentence">{text.sentence}</h2>
      <div aria-live="polite">
        {!isBegun && <p className="empty">{text.nothing}</p>}
        {isBegun && query.isError && <ProblemNote error={query.error} />}
        {isBegun && query.data && <Told advice={query.data} />}
      </div>
    </section>
  );
}

async function ask(asked: string): Promise<Found> {
  const { slots, project } = JSON.parse(asked) as { slots: Found["slots"]; project: string };
  const { data, error } = await api.POST("/api/v1/statements/check", { body: { slots, ...(project && { project }) } });
  if (data === undefined) throw error;
  return data;
}

function Told({ advice }: { advice: Found }) {
  const { findings } = advice;
  return (
    <>
      <p className="lead">{advice.statement}</p>
      <p className={`note ${advice.kind === "outcome" ? "good" : "problem"}`}>{text.verdicts[advice.kind]}</p>
      <h3>{text.advice}</h3>
      {findings.length === 0 ? (
        <p className="muted">{text.clean}</p>
      ) : (
        <ul className="checks">
          {findings.map((each) => (
            <li key={each.rule} className={each.severity === "error" ? "fail" : "warn"}>
              <span className="mark" aria-hidden="true">
                {marks[each.severity]}
              </span>
              <div>
                <strong>{text.severities[each.severity]}:</strong> {text.finding(each.text)}
                <div className="todo">{each.hint}</div>
              </div>
              <code>{each.rule}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
