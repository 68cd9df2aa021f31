import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import packed from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** The server under test, as JourneysTest started it. */
export const server = needed("OUTTURN_URL");
const token = needed("OUTTURN_TOKEN");

const PAGE_WAIT_MS = 30_000;
const systems = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: these tests are started by JourneysTest of the module server`);
  return value;
}

let browser: Browser | undefined;

/** The system's Chromium, or the one that came by npm. */
async function launched(): Promise<Browser> {
  const system = systems.find((path) => existsSync(path));
  browser ??= system
    ? await chromium.launch({ executablePath: system, args: ["--no-sandbox"] })
    : await chromium.launch({ executablePath: await packed.executablePath(), args: packed.args });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** What the API answers to the administrator, or to whoever has another token. */
export async function asked(method: string, path: string, body?: unknown, by: string = token): Promise<{ status: number; json: never }> {
  const response = await fetch(`${server}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${by}`, "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: (text ? JSON.parse(text) : null) as never };
}

/** A page of somebody who signed in by a link; faults of scripts and of the content security policy fail the test. */
export async function signedIn(options: BrowserContextOptions = {}, by: string = token): Promise<Page> {
  const page = await stranger(options);
  const link = (await asked("POST", "/logins", {}, by)).json as { url: string };
  await page.goto(server + link.url);
  return page;
}

export async function stranger(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await launched()).newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_WAIT_MS);
  page.on("pageerror", (fault) => {
    throw fault;
  });
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) throw new Error(message.text());
  });
  return page;
}

/** What axe finds that is serious or worse, in words. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  return found.violations
    .filter((fault) => fault.impact === "serious" || fault.impact === "critical")
    .map((fault) => `${fault.id}: ${fault.help}: ${fault.nodes.map((node) => node.target.join(" ")).slice(0, 5).join(", ")}`);
}

/** How much wider than the window a page is. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
