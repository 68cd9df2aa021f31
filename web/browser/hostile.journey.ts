import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { closeBrowser, server, signedIn, stranger } from "./browser";
import { HOSTILE, sayEverywhere } from "./hostile";
import { homes } from "../src/shell/pages";

afterAll(closeBrowser);

const MANY_PAGES_MS = 900_000;

/** Opens pages, and tells on which the text has become more than a text, and on how many it can be read. */
async function read(page: Page, paths: string[]): Promise<{ harmed: Record<string, unknown>; seen: number }> {
  await page.addInitScript(() => {
    const kept = window as unknown as { reports: string[] };
    kept.reports = [];
    document.addEventListener("securitypolicyviolation", (report) => kept.reports.push(report.violatedDirective));
  });
  const harmed: Record<string, unknown> = {};
  let seen = 0;
  page.on("dialog", (dialog) => {
    harmed[page.url()] = dialog.message();
    void dialog.dismiss();
  });
  for (const path of paths) {
    await page.goto(new URL(path, server).href);
    await page.locator("h1").first().waitFor();
    await page.locator("main .placeholder").first().waitFor({ state: "detached" });
    const found = await page.evaluate(() => {
      const kept = window as unknown as { reports: string[]; hit?: number };
      const strange = document.querySelectorAll("img[src=x], script:not([src]), [onerror], [onload]").length;
      return { ran: kept.hit !== undefined, strange, reports: kept.reports };
    });
    if (found.ran || found.strange > 0 || found.reports.length > 0) harmed[path] = found;
    if ((await page.locator("body").innerText()).includes("window.hit=1")) seen++;
  }
  return { harmed, seen };
}

it("what people write is shown as they wrote it, on every page", async () => {
  const { run } = await sayEverywhere();
  const paths = [
    ...homes.flatMap((home) => home.pages.map((page) => page.path)),
    "/workflows/hostile",
    "/workflows/hostile/grid",
    `/runs/${run}`,
    `/runs/${run}?task=say`,
    `/runs/${run}?task=ask`,
    "/edit/hostile?file=all.yaml",
    "/outcomes/hostile-outcome",
    "/outcomes/hostile-outcome/plan",
    "/outcomes/hostile-outcome/statement",
    "/measures/hostile-measure",
    "/surveys/staff",
  ];
  const { harmed, seen } = await read(await signedIn(), paths);
  expect(harmed).toEqual({});
  // It is on most of these pages, or this test looks at nothing.
  expect(seen).toBeGreaterThan(12);
}, MANY_PAGES_MS);

it("what an address says is not run either", async () => {
  const said = encodeURIComponent(HOSTILE);
  const inside = [`/runs?workflow=${said}`, `/workflows/${said}`, `/runs/${said}`, `/outcomes/${said}`, `/surveys/${said}`, `/edit/${said}`, "/outcomes/100%25"];
  const filters = ["/workflows", "/portfolio", "/measures", "/ahead"].map((path) => `${path}?q=${said}&text=${said}&owner=${said}`);
  expect((await read(await signedIn(), [...inside, ...filters])).harmed).toEqual({});
  const outside = [`/login?next=${said}`, `/login/oidc/return?state=${said}&error=${said}&error_description=${said}`, `/s/${said}`];
  expect((await read(await stranger(), outside)).harmed).toEqual({});
}, MANY_PAGES_MS);
