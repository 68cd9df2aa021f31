import { asked } from "./browser";
import { homes } from "../src/shell/pages";

// The pages of two things are drawn by the same script as those of a hundred.
const OF_EACH = 2;

async function names(path: string, key = "name"): Promise<string[]> {
  const answer = (await asked("GET", `${path}?limit=${OF_EACH}`)).json as { items: Record<string, string>[] };
  return answer.items.slice(0, OF_EACH).map((item) => item[key] ?? "");
}

/** The addresses of all kinds of pages: those of the bar, and those of single things. */
export async function everyPage(): Promise<string[]> {
  const [workflows, runs, outcomes, measures, projects, surveys] = await Promise.all([
    names("/workflows"),
    names("/runs", "id"),
    names("/outcomes"),
    names("/measures"),
    names("/projects"),
    names("/surveys"),
  ]);
  return [
    ...homes.flatMap((home) => home.pages.map((page) => page.path)),
    ...workflows.flatMap((name) => [`/workflows/${name}`, `/workflows/${name}/grid`]),
    ...runs.map((id) => `/runs/${id}`),
    ...outcomes.flatMap((name) => [`/outcomes/${name}`, `/outcomes/${name}/plan`, `/outcomes/${name}/statement`]),
    ...measures.map((name) => `/measures/${name}`),
    ...projects.map((name) => `/edit/${name}`),
    ...surveys.map((name) => `/surveys/${name}`),
  ];
}
