import { useId } from "react";
import { runsText as text } from "../text/runs";
import { type Input, isRequired, kindOf, textOf } from "./inputs";

/** The control of one input: by its type, with its default, and with what is wrong beside it. */
export function InputField(props: { input: Input; value: string; wrong: string | undefined; set: (value: string) => void }) {
  const { input, value, wrong, set } = props;
  const id = useId();
  const kind = kindOf(input);
  const common = {
    id,
    value,
    "aria-required": isRequired(input),
    "aria-invalid": wrong !== undefined,
    "aria-describedby": `${id}-help`,
    onChange: (event: { target: { value: string } }) => set(event.target.value),
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {input.title} <span className="muted small">{input.title === input.name ? input.type : `${input.name}, ${input.type}`}</span>
        {isRequired(input) && <span className="tag">{text.required}</span>}
      </label>
      {kind === "choice" || kind === "truth" ? (
        <select {...common}>
          {value === "" && <option value="">{text.choose}</option>}
          {(kind === "truth" ? ["true", "false"] : input.choices.map(String)).map((choice) => (
            <option key={choice} value={choice}>
              {kind === "truth" ? (choice === "true" ? text.yes : text.no) : choice}
            </option>
          ))}
        </select>
      ) : kind === "json" ? (
        <textarea {...common} rows={2} spellCheck={false} className="code" />
      ) : (
        <input {...common} type={kind === "date" ? "date" : "text"} inputMode={kind === "whole" ? "numeric" : kind === "number" ? "decimal" : "text"} />
      )}
      <span id={`${id}-help`} className={wrong ? "help wrong" : "help"}>
        {wrong ?? (!isRequired(input) && textOf(input.default, kind) !== value ? `${text.default}: ${textOf(input.default, kind)}` : "")}
      </span>
    </div>
  );
}
