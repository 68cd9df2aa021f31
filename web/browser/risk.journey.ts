import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asked, closeBrowser, seriousFaults, server, sidewaysOverflow, signedIn } from "./browser";

let page: Page;
let run: string;
beforeAll(async () => {
  page = await signedIn();
  run = ((await asked("POST", "/runs", { workflow: "late-lists" })).json as { id: string }).id;
});
afterAll(async () => {
  await asked("POST", `/runs/${run}/cancel`, { reason: "the journey is over" });
  await closeBrowser();
});

describe("whoever asks what a late run endangers", () => {
  it("goes from now to the outcome and what is at stake", async () => {
    await page.goto(server);
    // Runs of other journeys may be at risk too.
    await page.getByRole("link", { name: /^\d+ promises? to the business (is|are) at risk$/ }).click();
    await page.waitForURL(`${server}/at-risk`);
    const first = page.locator(".stakes > li").first();
    await first.getByText(/promised for 00:00 and not done/).waitFor();
    await first.getByText(/“visitors wait fewer days for an answer, so that they can plan their week”/).waitFor();
    await first.getByText(/perHourLate\)/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    await first.getByRole("link", { name: "the outcome" }).click();
    await page.waitForURL(`${server}/outcomes/shorter-waits`);
    await page.getByRole("heading", { name: "Endangered at this moment" }).waitFor();
  });

  it("sees how the promise was kept", async () => {
    await page.goto(`${server}/services`);
    await page.getByRole("link", { name: "Desk of lists" }).click();
    await page.waitForURL(`${server}/services/list-desk`);
    await page.getByText(/Kept 0 of 1 time/).waitFor();
    await page.getByRole("cell", { name: "breached" }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});
