// Takes a picture of every page in both themes and three widths: `npm run pictures -- FOLDER`, with the address of a
// server in OUTTURN_URL and a token in OUTTURN_TOKEN. The demonstration has something to see on each.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const SETTLED_MS = 1_500;
const folder = process.argv[2] ?? "target/pictures";
const server = process.env.OUTTURN_URL ?? "http://127.0.0.1:8080";
const token = process.env.OUTTURN_TOKEN;
if (!token) throw new Error("OUTTURN_TOKEN is not set: it is in the file admin-token of the server's data folder");

const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
const asked = async (path, method = "GET") => (await fetch(server + path, { method, headers, ...(method === "POST" && { body: "{}" }) })).json();
const first = async (path) => (await asked(path)).items?.at(0);

const workflow = (await first("/api/v1/workflows"))?.name;
const run = (await first("/api/v1/runs"))?.id;
const outcome = (await first("/api/v1/outcomes"))?.name;
const measure = (await first("/api/v1/measures"))?.name;
const project = (await first("/api/v1/projects"))?.name;
const pages = {
  now: "/",
  workflows: "/workflows",
  workflow: workflow && `/workflows/${workflow}`,
  grid: workflow && `/workflows/${workflow}/grid`,
  runs: "/runs",
  run: run && `/runs/${run}`,
  ahead: "/ahead",
  capacity: "/capacity",
  nodes: "/nodes",
  edit: project && `/edit/${project}`,
  portfolio: "/portfolio",
  outcome: outcome && `/outcomes/${outcome}`,
  plan: outcome && `/outcomes/${outcome}/plan`,
  statement: outcome && `/outcomes/${outcome}/statement`,
  measures: "/measures",
  measure: measure && `/measures/${measure}`,
  "value-map": "/value-map",
  surveys: "/surveys",
  honesty: "/honesty",
  describe: "/describe",
};

const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
if (!system) throw new Error("no Chromium is installed here");
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: system, args: ["--no-sandbox"] });
for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 820, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await page.goto(server + (await asked("/api/v1/logins", "POST")).url);
    for (const [name, path] of Object.entries(pages)) {
      if (!path) continue;
      await page.goto(server + path);
      await page.locator("h1").first().waitFor();
      await page.waitForTimeout(SETTLED_MS);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
    await page.close();
  }
}
await browser.close();
