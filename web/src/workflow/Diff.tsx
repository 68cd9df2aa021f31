import { workflowText } from "../text/workflow";
import { lineDiff } from "./lineDiff";

const text = workflowText.versions;
const signs = { same: " ", gone: "−", new: "+", left: "" } as const;

/** Two texts line by line: what is gone, what is new, and a little of what is alike around them. */
export function Diff({ before, after }: { before: string; after: string }) {
  const lines = lineDiff(before, after);
  if (lines.every((line) => line.kind === "left" || line.kind === "same")) return <p className="muted">{text.same}</p>;
  return (
    <div className="diff card" tabIndex={0} role="region" aria-label={text.title}>
      <table>
        <tbody>
          {lines.map((line, at) =>
            line.kind === "left" ? (
              <tr key={at} className="left">
                <td />
                <td />
                <td>{text.left(Number(line.text))}</td>
              </tr>
            ) : (
              <tr key={at} className={line.kind}>
                <td>{line.number}</td>
                <td>{signs[line.kind]}</td>
                <td>{line.text || " "}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
