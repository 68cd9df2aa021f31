import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { asked, closeBrowser, needed, seriousFaults, server, sidewaysOverflow, signedIn, stranger } from "./browser";
import { everyPage } from "./pages";
import { homes } from "../src/shell/pages";

afterAll(closeBrowser);

// Axe looks at each of some thirty pages.
const ALL_PAGES_MS = 900_000;

const addresses = homes.flatMap((home) => home.pages.map((page) => page.path));

async function look(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, server).href);
  await page.locator("main h1").first().waitFor();
  await page.locator("main .placeholder").first().waitFor({ state: "detached" });
}

/** What is wrong with each page, of those with anything. */
async function faultsOf(page: Page, paths: string[]): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {};
  for (const path of paths) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await look(page, path);
    const found = await seriousFaults(page);
    await page.setViewportSize({ width: 360, height: 740 });
    const wide = await sidewaysOverflow(page);
    if (wide > 0) found.push(`is ${wide} px wider than a phone`);
    if (found.length > 0) faults[path] = found;
  }
  return faults;
}

/** One run that failed, with a task that is looked at, and one that waits. */
async function runs(): Promise<string[]> {
  const made = [];
  for (const [workflow, inputs, task] of [
    ["brittle", { flag: "/no/such/file" }, "second"],
    ["greet", { who: "Ada" }, "hello"],
  ] as const) {
    const { id } = (await asked("POST", "/runs", { workflow, inputs })).json as { id: string };
    made.push(`/runs/${id}`, `/runs/${id}?task=${task}`);
  }
  return made;
}

describe.each(["light", "dark"] as const)("every page, %s", (colorScheme) => {
  it("has nothing serious for axe to find, and fits a phone", async () => {
    const page = await signedIn({ colorScheme });
    const fresh = await runs();
    const files = ["/edit/journeys?file=all.yaml", "/workflows/no-such-workflow", "/no-such-page"];
    const paths = [...(await everyPage()), ...fresh, ...files];
    expect(await faultsOf(page, paths)).toEqual({});
  }, ALL_PAGES_MS);

  it("is so for strangers too", async () => {
    const page = await stranger({ colorScheme });
    const survey = needed("OUTTURN_SURVEY_LINKS").split(" ").at(-1) ?? "";
    expect(await faultsOf(page, ["/login", "/login?next=/runs", survey, "/s/never-sent"])).toEqual({});
  });

  it("is so for dialogs", async () => {
    const page = await signedIn({ colorScheme });
    await look(page, "/workflows/greet");
    await page.getByRole("button", { name: "Start a run" }).click();
    await page.getByRole("dialog").getByLabel(/Who/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await look(page, "/");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe("the keyboard alone", () => {
  it("goes to pages by letters and by the palette, and skips to the content", async () => {
    const page = await signedIn();
    await look(page, "/");
    await page.keyboard.press("g");
    await page.keyboard.press("w");
    await page.waitForURL(`${server}/workflows`);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("portfolio");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${server}/portfolio`);
    await page.reload();
    await page.locator("main h1").waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("Keyboard shortcuts").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});

describe("a page", () => {
  it("says that there is none of its name", async () => {
    const page = await signedIn();
    await page.goto(`${server}/no-such-page`);
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
  });

  it("does not move while it loads", async () => {
    const page = await signedIn();
    const moved: Record<string, number> = {};
    for (const path of addresses) {
      await look(page, path);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
                if (!entry.hadRecentInput) sum += entry.value;
              }
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(sum), 300);
          }),
      );
      // What Core Web Vitals calls good.
      if (shift > 0.1) moved[path] = shift;
    }
    expect(moved).toEqual({});
  });
});
