import type { Page, Request } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { homes } from "../src/shell/pages";
import { asked, closeBrowser, server, signedIn } from "./browser";

/** Each page is opened so often, and each call that it makes is made again so often. */
const VISITS = Number(process.env["OUTTURN_VISITS"] ?? "1");
const CALLS = Number(process.env["OUTTURN_CALLS"] ?? "3");
/** A page that has asked for nothing and shown nothing new for so long has come to rest. */
const REST_MS = 400;
const MOST_SCRIPT = 300_000;
/** What Core Web Vitals calls good is twenty times as much. */
const MOST_SHIFT = 0.005;

afterAll(closeBrowser);

interface Call {
  path: string;
  ms: number;
  bytes: number;
}

interface Visit {
  usable: number;
  shift: number;
  shifted: string[];
  calls: Set<string>;
}

it("are usable soon, small, and do not jump", async () => {
  const page = await signedIn();
  await page.addInitScript(watch);
  console.log(`script of the first load: ${await scriptOf(page)} bytes, gzip`);
  const jumps: Record<string, string> = {};
  for (const [name, path] of await addresses()) {
    const visits: Visit[] = [];
    for (let at = 0; at < VISITS; at++) visits.push(await visit(page, path));
    const calls: Call[] = [];
    for (const call of new Set(visits.flatMap((each) => [...each.calls]))) calls.push(await repeated(call));
    const shift = Math.max(...visits.map((each) => each.shift));
    console.log(`${name}: usable after ${middle(visits.map((each) => each.usable))} ms, moved ${shift.toFixed(3)}`);
    for (const call of calls) console.log(`    ${String(call.ms).padStart(5)} ms ${String(call.bytes).padStart(9)} bytes  ${call.path}`);
    if (shift > MOST_SHIFT) jumps[name] = `${shift.toFixed(3)}: ${visits.flatMap((each) => each.shifted).join(", ")}`;
  }
  expect(jumps).toEqual({});
  expect(await scriptOf(page)).toBeLessThan(MOST_SCRIPT);
});

/** Every page of the bar, and a page of one of each thing; of runs the largest too. */
async function addresses(): Promise<[string, string][]> {
  const bar = homes.flatMap((home) => home.pages.map((page): [string, string] => [page.title, page.path]));
  const workflow = await first("/workflows", "name");
  const run = await first("/runs?state=failed", "id");
  const large = process.env["OUTTURN_LARGE_RUN"];
  const outcome = await first("/outcomes", "name");
  const measure = await first("/measures", "name");
  const survey = await first("/surveys", "name");
  const project = await first("/projects", "name");
  const single: [string, string | undefined][] = [
    ["A workflow", workflow && `/workflows/${workflow}`],
    ["Its grid", workflow && `/workflows/${workflow}/grid`],
    ["Its runs", workflow && `/runs?workflow=${workflow}`],
    ["A run", run && `/runs/${run}`],
    ["The largest run", large && `/runs/${large}`],
    ["A task of it", large && `/runs/${large}?task=${await taskOf(large)}`],
    ["A project", project && `/edit/${project}`],
    ["An outcome", outcome && `/outcomes/${outcome}`],
    ["Its plan", outcome && `/outcomes/${outcome}/plan`],
    ["A measure", measure && `/measures/${measure}`],
    ["A survey", survey && `/surveys/${survey}`],
  ];
  return [...bar, ...single.flatMap(([name, path]): [string, string][] => (path ? [[name, path]] : []))];
}

async function first(path: string, member: string): Promise<string | undefined> {
  const list = (await asked("GET", path)).json as { items: Record<string, string>[] };
  return list.items[0]?.[member];
}

async function taskOf(run: string): Promise<string> {
  const whole = (await asked("GET", `/runs/${run}/overview`)).json as { tasks: { name: string }[] };
  return whole.tasks[Math.floor(whole.tasks.length / 2)]?.name ?? "";
}

/** Runs in the page from its first moment: takes note of when it last had to wait, and of what moved. */
function watch(): void {
  const seen = { usable: 0, shift: 0, shifted: [] as string[] };
  (window as unknown as { seen: typeof seen }).seen = seen;
  const look = () => {
    const ready = document.querySelector("main h1") !== null && document.querySelector("main [role=status] .placeholder") === null;
    if (!ready) seen.usable = 0;
    else if (seen.usable === 0) seen.usable = performance.now();
    requestAnimationFrame(look);
  };
  look();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean; sources: { node: Element | null }[] }[]) {
      if (entry.hadRecentInput) continue;
      seen.shift += entry.value;
      for (const { node } of entry.sources) seen.shifted.push(`${node?.nodeName} ${node?.className ?? ""} “${node?.textContent?.slice(0, 30) ?? ""}”`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Opens a page by its address, as somebody does who follows a link from a mail. */
async function visit(page: Page, path: string): Promise<Visit> {
  const calls = new Set<string>();
  const open = new Set<Request>();
  let changed = Date.now();
  const begun = (request: Request) => {
    const address = new URL(request.url());
    if (!address.pathname.startsWith("/api/") || address.pathname.endsWith("/events")) return;
    if (request.method() === "GET") calls.add(address.pathname + address.search);
    open.add(request);
    changed = Date.now();
  };
  const over = (request: Request) => {
    if (open.delete(request)) changed = Date.now();
  };
  page.on("request", begun).on("requestfinished", over).on("requestfailed", over);
  await page.goto(server + path);
  await page.locator("main h1").first().waitFor();
  while (open.size > 0 || Date.now() - changed < REST_MS) await page.waitForTimeout(50);
  const seen = await page.evaluate(() => (window as unknown as { seen: Omit<Visit, "calls"> }).seen);
  page.off("request", begun).off("requestfinished", over).off("requestfailed", over);
  expect(seen.usable, `${path} shows something`).toBeGreaterThan(0);
  return { ...seen, calls };
}

async function repeated(path: string): Promise<Call> {
  const took: number[] = [];
  let bytes = 0;
  for (let at = 0; at < CALLS; at++) {
    const sent = performance.now();
    const answer = await fetch(server + path, { headers: { Authorization: `Bearer ${process.env["OUTTURN_TOKEN"]}` } });
    bytes = (await answer.arrayBuffer()).byteLength;
    took.push(performance.now() - sent);
    expect(answer.status, path).toBeLessThan(500);
  }
  return { path, ms: middle(took), bytes };
}

/** What a browser that has nothing yet loads of scripts for the first page, as they are sent. */
async function scriptOf(page: Page): Promise<number> {
  await visit(page, "/");
  return page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter((entry) => new URL(entry.name).pathname.endsWith(".js"))
      .reduce((bytes, entry) => bytes + entry.encodedBodySize, 0),
  );
}

function middle(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
