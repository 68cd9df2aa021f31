export interface Draft {
  who: string;
  change: string;
  from: string;
  to: string;
  by: string;
  soThat: string;
  name: string;
  title: string;
  owner: string;
  measure: string;
}

export const EMPTY: Draft = { who: "", change: "", from: "", to: "", by: "", soThat: "", name: "", title: "", owner: "", measure: "" };

/** The definition of an outcome, to be copied into a project. What is not known yet stands there to be filled in. */
export function yamlOf(draft: Draft): string {
  const value = numberIn(draft.to);
  const target = value === null || !draft.by ? [] : [`    target: {value: ${value}, by: ${draft.by}}`];
  return [
    "kind: outcome",
    `name: ${draft.name || "NAME"}`,
    ...(draft.title ? [`title: ${text(draft.title)}`] : []),
    `owner: ${draft.owner ? text(draft.owner) : "WHO-IN-THE-BUSINESS"}`,
    "statement:",
    `  who: ${text(draft.who)}`,
    `  what: ${text(draft.change)}`,
    `  soThat: ${text(draft.soThat)}`,
    "measures:",
    `  - measure: ${draft.measure || "MEASURE"}`,
    ...(draft.from ? [`    # It is ${draft.from.replace(/\s+/g, " ")} now. From when to when was that? baseline: {from: DATE, to: DATE}`] : []),
    ...target,
    "",
  ].join("\n");
}

/** The first number of a text: "4 days" is 4, "1,500 calls" is 1500. */
export function numberIn(amount: string): number | null {
  const found = /-?\d[\d,]*(\.\d+)?/.exec(amount);
  return found === null ? null : Number(found[0].replaceAll(",", ""));
}

/** The day as a sentence has it: "31 December 2026". */
export function dayOf(date: string): string {
  if (!date) return "";
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(date));
}

/** A text as YAML reads it: plain where that is safe, else in quotes. */
function text(value: string): string {
  const plain = value.trim().replace(/\s+/g, " ");
  if (/^[A-Za-z][A-Za-z0-9 ,.'()/€£$%-]*$/.test(plain) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(plain)) return plain;
  return JSON.stringify(plain);
}
