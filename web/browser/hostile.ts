import { asked } from "./browser";

/** What would show itself if any page took it for markup: by an element, by script, by a report of the policy. */
export const HOSTILE = `"><img src=x onerror="window.hit=1"><script>window.hit=1</script><svg onload="window.hit=1">'`;

const people = { kind: "group", name: "hostile-people", title: HOSTILE, is: "business" };
const workflow = {
  kind: "workflow",
  name: "hostile",
  title: HOSTILE,
  owner: "hostile-people",
  inputs: { text: { type: "string", title: HOSTILE, default: HOSTILE } },
  tasks: {
    say: { shell: 'echo "$TEXT"; echo "$TEXT" >&2', env: { TEXT: "${inputs.text}" } },
    fail: { needs: ["say"], shell: "exit 1" },
    ask: { approval: { role: "operator", text: HOSTILE } },
  },
  schedules: [{ name: "yearly", cron: "0 2 1 1 *" }],
  deadlines: [{ name: "done", by: "23:59" }],
};
const service = {
  kind: "service",
  name: "hostile-service",
  title: HOSTILE,
  owner: "hostile-people",
  outputs: [
    {
      name: "list",
      promise: HOSTILE,
      deadline: "hostile/done",
      target: "99%",
      window: "30d",
      serves: [{ outcome: "hostile-outcome", because: HOSTILE }],
    },
  ],
};
const change = { kind: "change", name: "hostile-change", title: HOSTILE, date: "2026-01-05", type: "go-live", affects: ["hostile-measure"] };
const measure = {
  kind: "measure",
  name: "hostile-measure",
  title: HOSTILE,
  question: HOSTILE,
  type: "duration",
  unit: "days",
  better: "lower",
  cadence: "monthly",
  owner: "hostile-people",
};
const lever = {
  owner: "hostile-people",
  planned: "2027-03-01",
  moves: "hostile-measure",
  effect: { worst: -1, likely: -2, best: -3 },
  ramp: "8w",
  because: HOSTILE,
};
const outcome = {
  kind: "outcome",
  name: "hostile-outcome",
  title: HOSTILE,
  owner: "hostile-people",
  objective: HOSTILE,
  statement: { who: `visitors ${HOSTILE}`, what: `wait fewer days ${HOSTILE}`, soThat: HOSTILE },
  measures: [{ measure: "hostile-measure", baseline: { from: "2024-01-01", to: "2025-12-31" }, target: { value: 5, by: "2030-12-31" } }],
  levers: ["technology", "people", "process"].map((element) => ({ name: `by-${element}`, element, ...lever })),
  assumptions: [{ text: HOSTILE, holds: "80%", review: "2027-09-01" }],
};

/** Puts the text in force wherever people write one, and says it in every other way that the API has. */
export async function sayEverywhere(): Promise<{ run: string }> {
  const documents = [people, workflow, service, change, measure, outcome].map((each) => JSON.stringify(each));
  await apply("hostile", documents.join("\n---\n"));
  const months = Array.from({ length: 24 }, (_, month) => new Date(Date.UTC(2024, month, 1)).toISOString().slice(0, 10));
  await done("POST", "/measures/hostile-measure/observations", {
    observations: months.map((period, at) => ({ period, value: 9 + (at % 3) / 4 })),
  });
  await done("POST", "/users", { name: "hostile", role: "viewer" });
  await done("POST", "/changes", { name: "hostile-told", title: HOSTILE, date: "2026-02-02", type: "training", affects: ["hostile-measure"] });
  const { id } = (await done("POST", "/runs", { workflow: "hostile" })) as { id: string };
  await done("POST", `/runs/${id}/notes`, { text: HOSTILE });
  await done("POST", `/runs/${id}/operate`, { verb: "hold", task: "ask", reason: HOSTILE });
  await done("POST", "/workflows/hostile/schedules/yearly/pause", { reason: HOSTILE });
  return { run: id };
}

async function apply(project: string, yaml: string): Promise<void> {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const files = { "outturn.yaml": base64(`kind: project\nname: ${project}\n`), "all.yaml": base64(yaml) };
  const { base } = (await done("POST", `/projects/${project}/plan`, { files })) as { base: number };
  await done("POST", `/projects/${project}/apply`, { files, base, prune: false, reason: HOSTILE });
}

async function done(method: string, path: string, body: unknown): Promise<unknown> {
  const answer = await asked(method, path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.json)}`);
  return answer.json;
}
