// Takes a picture of every page in both themes and three widths: `npm run pictures -- FOLDER`, with the address of a
// server in OUTTURN_URL and a token in OUTTURN_TOKEN; further words name the only pages wanted. The demonstration has
// something to see on nearly all.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const SETTLED_MS = 800;
const [folder = "target/pictures", ...wanted] = process.argv.slice(2);
const server = process.env.OUTTURN_URL ?? "http://127.0.0.1:8080";
const token = process.env.OUTTURN_TOKEN;
if (!token) throw new Error("OUTTURN_TOKEN is not set: it is in the file admin-token of the server's data folder");

const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
const asked = async (path, method = "GET") => (await fetch(server + path, { method, headers, ...(method === "POST" && { body: "{}" }) })).json();
/** What a list begins with, or what it has of these names. */
const one = async (path, ...names) => {
  const items = (await asked(path)).items ?? [];
  return items.find((item) => names.includes(item.name)) ?? items[0];
};

// Of the demonstration those with most to see; elsewhere the first.
const workflow = (await one("/api/v1/workflows?limit=200", "month-end-close"))?.name;
const run = (await one("/api/v1/runs?workflow=month-end-close"))?.id ?? (await one("/api/v1/runs"))?.id;
const task = run && (await asked(`/api/v1/runs/${run}/overview`)).tasks?.[0]?.name;
const outcome = (await one("/api/v1/outcomes", "documents-found"))?.name;
const measure = (await one("/api/v1/measures", "minutes-searching"))?.name;
const project = (await one("/api/v1/projects"))?.name;
const service = (await asked("/api/v1/services")).services?.[0]?.name;
const survey = (await one("/api/v1/surveys"))?.name;
const pages = {
  now: "/",
  workflows: "/workflows",
  workflow: workflow && `/workflows/${workflow}`,
  grid: workflow && `/workflows/${workflow}/grid`,
  runs: "/runs",
  run: run && `/runs/${run}`,
  task: task && `/runs/${run}?task=${task}`,
  "at-risk": "/at-risk",
  deadlines: "/deadlines",
  ahead: "/ahead",
  capacity: "/capacity",
  nodes: "/nodes",
  edit: "/edit",
  project: project && `/edit/${project}`,
  portfolio: "/portfolio",
  outcome: outcome && `/outcomes/${outcome}`,
  plan: outcome && `/outcomes/${outcome}/plan`,
  statement: outcome && `/outcomes/${outcome}/statement`,
  measures: "/measures",
  measure: measure && `/measures/${measure}`,
  "value-map": "/value-map",
  services: "/services",
  service: service && `/services/${service}`,
  surveys: "/surveys",
  survey: survey && `/surveys/${survey}`,
  honesty: "/honesty",
  describe: "/describe",
  account: "/account",
  users: "/users",
  audit: "/audit",
};

const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
if (!system) throw new Error("no Chromium is installed here");
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: system, args: ["--no-sandbox"] });
for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 768, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await page.goto(server + (await asked("/api/v1/logins", "POST")).url);
    for (const [name, path] of Object.entries(pages)) {
      if (!path || (wanted.length > 0 && !wanted.includes(name))) continue;
      await page.goto(server + path);
      await page.locator("h1").first().waitFor();
      await page.locator(".placeholder").first().waitFor({ state: "detached" });
      await page.waitForTimeout(SETTLED_MS);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
    await page.close();
  }
}
await browser.close();
