import { base64Of, textOf } from "../api/files";
import type { components } from "../api/schema";

/** Contents in base64, by path. */
export type Files = Record<string, string>;

/** A version of a project as the server tells it. */
export interface Loaded {
  project: string;
  number: number;
  applied: string;
  appliedBy: string;
  files: Files;
}

/** What somebody has changed: the new text by path, or null for a file that is removed. */
export type Drafts = Record<string, string | null>;

type Problem = components["schemas"]["Problem"];
export type Fault = NonNullable<Problem["errors"]>[number];

/** The files as they would be applied. */
export function filesWith(files: Files, drafts: Drafts): Files {
  const out = { ...files };
  for (const [path, text] of Object.entries(drafts)) {
    if (text === null) delete out[path];
    else out[path] = base64Of(text);
  }
  return out;
}

/** The drafts with a new text; one that says what is in force anyway is no draft. */
export function withText(files: Files, drafts: Drafts, path: string, text: string | null): Drafts {
  const { [path]: _, ...others } = drafts;
  const given = files[path];
  const same = text === null ? given === undefined : given !== undefined && textOf(given) === text;
  return same ? others : { ...others, [path]: text };
}

export function kindOf(files: Files, drafts: Drafts, path: string): "same" | "changed" | "fresh" | "removed" {
  if (!(path in drafts)) return "same";
  if (drafts[path] === null) return "removed";
  return path in files ? "changed" : "fresh";
}

/** All paths, those of the root first, then folder by folder. */
export function pathsOf(files: Files, drafts: Drafts): string[] {
  const all = [...new Set([...Object.keys(files), ...Object.keys(drafts)])];
  const depth = (path: string) => (path.includes("/") ? 1 : 0);
  return all.sort((one, other) => depth(one) - depth(other) || one.localeCompare(other));
}

/** Whether a new file may have this path. */
export function isNewPath(files: Files, drafts: Drafts, path: string): boolean {
  const parts = path.split("/");
  return path.length <= 200 && !(path in files) && !(path in drafts) && parts.every((part) => part !== "" && part !== "." && part !== ".." && !/[\\\s]/.test(part));
}

/** Where a line and column, both from 1, are in a text; the end of the line for a column beyond it. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split("\n");
  const at = Math.min(Math.max(line, 1), lines.length) - 1;
  const before = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
  return before + Math.min(Math.max(column, 1) - 1, lines[at]?.length ?? 0);
}

/** The errors of a refusal. */
export function faultsOf(error: unknown): Fault[] {
  const errors = typeof error === "object" && error !== null && "errors" in error ? error.errors : undefined;
  return Array.isArray(errors) ? (errors as Fault[]) : [];
}

const keyOf = (project: string) => `outturn drafts of ${project}`;

/** What was changed in this tab before, if it was changed in the same version. */
export function keptDrafts(project: string, number: number, store: Storage = sessionStorage): Drafts {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(project)) ?? "null");
    if (typeof kept !== "object" || kept === null || !("number" in kept) || !("drafts" in kept)) return {};
    return kept.number === number ? (kept.drafts as Drafts) : {};
  } catch {
    return {};
  }
}

/** Keeps them while the tab is open, so that another page can be looked at meanwhile. */
export function keepDrafts(project: string, number: number, drafts: Drafts, store: Storage = sessionStorage): void {
  try {
    if (Object.keys(drafts).length === 0) store.removeItem(keyOf(project));
    else store.setItem(keyOf(project), JSON.stringify({ number, drafts }));
  } catch {
    // A full store keeps nothing; the page itself still has all of it.
  }
}
