/** An input of a workflow, as the API tells it. */
export interface Input {
  name: string;
  type: string;
  default?: unknown;
  choices: unknown[];
  title: string;
}

export type Kind = "text" | "whole" | "number" | "truth" | "date" | "choice" | "json";

/** Which control fits an input. */
export function kindOf(input: Input): Kind {
  if (input.choices.length > 0) return "choice";
  switch (input.type) {
    case "string":
      return "text";
    case "int":
      return "whole";
    case "number":
      return "number";
    case "boolean":
      return "truth";
    case "date":
      return "date";
    default:
      return "json";
  }
}

export function isRequired(input: Input): boolean {
  return input.default === null || input.default === undefined;
}

/** What stands in the control before anything is typed. */
export function textOf(value: unknown, kind: Kind): string {
  if (value === null || value === undefined) return "";
  if (kind === "json" || typeof value === "object") return JSON.stringify(value);
  return String(value);
}

export type Read = { value: unknown } | { wrong: string } | "absent";

/** What a control holds, as the API takes it. What is left empty takes its default, and is not sent. */
export function read(input: Input, typed: string): Read {
  const kind = kindOf(input);
  const text = kind === "text" ? typed : typed.trim();
  if (text === "") return isRequired(input) && kind !== "text" ? { wrong: `${input.title} is required` } : emptyOf(input, kind);
  switch (kind) {
    case "text":
    case "date":
      return { value: text };
    case "choice":
      return { value: input.choices.find((choice) => String(choice) === text) ?? text };
    case "truth":
      return { value: text === "true" };
    case "whole":
      return /^-?\d+$/.test(text) ? { value: Number(text) } : { wrong: `${input.title} is to be a whole number, not '${text}'` };
    case "number":
      return Number.isFinite(Number(text)) ? { value: Number(text) } : { wrong: `${input.title} is to be a number, not '${text}'` };
    case "json":
      return json(input, text);
  }
}

function emptyOf(input: Input, kind: Kind): Read {
  // An empty text is a text; one without a default is asked for.
  if (kind !== "text") return "absent";
  if (isRequired(input)) return { wrong: `${input.title} is required` };
  return { value: "" };
}

function json(input: Input, text: string): Read {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // Lists of plain words may be typed as people write them: a, b, c.
    const list = /^list<(string|date)>$/.test(input.type) && !/^[[{"]/.test(text);
    if (list) return { value: text.split(",").map((each) => each.trim()).filter(Boolean) };
    return { wrong: `${input.title} (${input.type}) is to be JSON, such as ${input.type.startsWith("list") ? '["a", "b"]' : '{"key": "value"}'}` };
  }
}

/** The server's sentences, each at the input that it names; what names none is for the form as a whole. */
export function placed(problems: readonly string[], inputs: readonly Input[]): { at: Record<string, string>; others: string[] } {
  const at: Record<string, string> = {};
  const others: string[] = [];
  for (const problem of problems) {
    const name = /^input '([^']+)'/.exec(problem)?.[1];
    if (name !== undefined && inputs.some((input) => input.name === name)) at[name] = problem;
    else others.push(problem);
  }
  return { at, others };
}
