import { ITEM, type Step, type Whereabouts } from "./whereabouts";

/** What of JSON Schema the schema of documents uses. */
export interface Schema {
  $defs?: Record<string, Schema>;
  $ref?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  type?: string | string[];
  description?: string;
  required?: string[];
}

/** A word that fits at the cursor, what it means, and what is written for it. */
export interface Fitting {
  word: string;
  says: string;
  needed: boolean;
  writes: string;
}

/** The words that fit where a cursor stands, those that are needed first. */
export function fittingAt(root: Schema, where: Whereabouts): Fitting[] {
  const here = schemasAt(root, where.kind, where.path);
  const list = where.wants === "value" ? values(here) : [...keys(here, where.present), ...(where.path.at(-1) === ITEM ? values(here) : [])];
  const typed = where.typed.toLowerCase();
  const rank = (each: Fitting) => (each.word.toLowerCase().startsWith(typed) ? 0 : 2) + (each.needed ? 0 : 1);
  return unique(list)
    .filter((each) => each.word.toLowerCase().includes(typed) && each.word !== where.typed)
    .sort((one, other) => rank(one) - rank(other));
}

/** The schemas of one place: more than one where it may be this or that. */
function schemasAt(root: Schema, kind: string | undefined, path: Step[]): Schema[] {
  const document = kind === undefined ? undefined : root.$defs?.[kind];
  // The kind of a document is told by the root alone.
  const start = document === undefined || path[0] === "kind" ? root : document;
  return path.reduce((schemas, step) => schemas.flatMap((schema) => stepped(root, schema, step)), alternatives(root, start));
}

function stepped(root: Schema, schema: Schema, step: Step): Schema[] {
  if (step === ITEM) return schema.items === undefined ? [] : alternatives(root, schema.items);
  const named = schema.properties?.[step];
  if (named !== undefined) return alternatives(root, named);
  return typeof schema.additionalProperties === "object" ? alternatives(root, schema.additionalProperties) : [];
}

function alternatives(root: Schema, schema: Schema): Schema[] {
  const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? "")?.[1];
  const meant = name === undefined ? undefined : root.$defs?.[name];
  const more = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? []), ...(meant === undefined ? [] : [meant])];
  return [schema, ...more.flatMap((each) => alternatives(root, each))];
}

function keys(schemas: Schema[], present: string[]): Fitting[] {
  return schemas.flatMap((schema) =>
    Object.entries(schema.properties ?? {})
      .filter(([word]) => !present.includes(word))
      .map(([word, meant]) => ({
        word,
        says: meant.description ?? "",
        needed: schema.required?.includes(word) ?? false,
        writes: isDeep(meant) ? `${word}:` : `${word}: `,
      })),
  );
}

/** Whether what stands under a key begins on the next line. */
function isDeep(schema: Schema): boolean {
  return schema.type === "object" || schema.type === "array";
}

function values(schemas: Schema[]): Fitting[] {
  return schemas.flatMap((schema) => {
    const words = schema.enum ?? (schema.const !== undefined ? [schema.const] : schema.type === "boolean" ? [true, false] : []);
    return words.map((word) => ({ word: String(word), says: schema.description ?? "", needed: false, writes: String(word) }));
  });
}

function unique(list: Fitting[]): Fitting[] {
  return [...new Map(list.toReversed().map((each) => [each.word, each])).values()].reverse();
}
