import type { components } from "../api/schema";
import { outcomeText as text } from "../text/outcome";

type Step = components["schemas"]["Steps"]["steps"][number];
type Check = Step["checks"][number];

const marks: Record<string, string> = { pass: "✓", warn: "!", fail: "✗" };

/** The five steps with the checks of their gates: what is open is open to see, what is fulfilled is folded. */
export function Gates({ steps }: { steps: components["schemas"]["Steps"] }) {
  return (
    <ol className="gates">
      {steps.steps.map((each) => (
        <li key={each.step} className={each.passed ? "passed" : "open"} aria-current={each.step === steps.step ? "step" : undefined}>
          <Gate step={each} />
        </li>
      ))}
    </ol>
  );
}

function Gate({ step }: { step: Step }) {
  const open = step.checks.filter((each) => each.verdict !== "pass");
  const good = step.checks.filter((each) => each.verdict === "pass");
  return (
    <>
      <h3>
        {step.step} <span className="muted small">{step.passed ? text.passed : text.isOpen}</span>
      </h3>
      <ul className="checks">
        {open.map((each) => (
          <Line key={each.id + each.about.name + each.text} check={each} />
        ))}
      </ul>
      {good.length > 0 && (
        <details>
          <summary className="muted small">{text.goodChecks(good.length)}</summary>
          <ul className="checks">
            {good.map((each) => (
              <Line key={each.id + each.about.name + each.text} check={each} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Line({ check }: { check: Check }) {
  return (
    <li className={check.verdict}>
      <span className="mark" aria-hidden="true">
        {marks[check.verdict]}
      </span>
      <div>
        <span className="hidden-text">{text.verdicts[check.verdict]}: </span>
        {check.text}
        {check.todo && <div className="todo">{check.todo}</div>}
      </div>
      <code>{check.id}</code>
    </li>
  );
}
