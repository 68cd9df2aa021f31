import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser, seriousFaults, server, sidewaysOverflow, signedIn } from "./browser";
import { homes } from "../src/shell/pages";

afterAll(closeBrowser);

const addresses = homes.flatMap((home) => home.pages.map((page) => page.path));

async function look(page: Page, path: string): Promise<void> {
  await page.goto(server + path);
  await page.locator("main h1").waitFor();
}

describe.each(["light", "dark"] as const)("every page, %s", (colorScheme) => {
  it("has nothing serious for axe to find, and fits a phone", async () => {
    const page = await signedIn({ colorScheme });
    const faults: Record<string, string[]> = {};
    for (const path of addresses) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await look(page, path);
      const found = await seriousFaults(page);
      await page.setViewportSize({ width: 360, height: 740 });
      const wide = await sidewaysOverflow(page);
      if (wide > 0) found.push(`is ${wide} px wider than a phone`);
      if (found.length > 0) faults[path] = found;
    }
    expect(faults).toEqual({});
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
