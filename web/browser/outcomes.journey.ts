import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeBrowser, server, signedIn } from "./browser";

let page: Page;
beforeAll(async () => {
  page = await signedIn();
});
afterAll(closeBrowser);

describe("somebody of the business", () => {
  it("reads an outcome in plain words, and goes on to its plan", async () => {
    await page.goto(`${server}/portfolio`);
    await page.getByRole("link", { name: "People wait less" }).first().click();
    await page.waitForURL(`${server}/outcomes/shorter-waits`);
    await page.locator("main .lead").getByText(/visitors/i).first().waitFor();
    await page.locator("main svg").first().waitFor();
    await page.getByRole("link", { name: "Plan" }).first().click();
    await page.waitForURL(`${server}/outcomes/shorter-waits/plan`);
  });

  it("tries the plan without its people, and sees what comes of it", async () => {
    await page.goto(`${server}/outcomes/shorter-waits/plan`);
    await page.getByRole("heading", { name: "What if" }).waitFor();
    await page.getByRole("checkbox", { name: /training/ }).uncheck();
    await page.waitForURL(/without=training/);
    await page.getByText("Without a lever of people nothing comes of the others").first().waitFor();
  });

  it("writes a statement with advice while typing", async () => {
    await page.goto(`${server}/describe`);
    await page.getByLabel("Who", { exact: true }).fill("IT");
    await page.getByLabel("What becomes different").fill("deploy the new platform");
    await page.getByText("This is not an outcome yet").waitFor();
    await page.getByLabel("Who", { exact: true }).fill("Tenants");
    await page.getByLabel("What becomes different").fill("wait less for a repair");
    await page.getByLabel("From", { exact: true }).fill("9");
    await page.getByLabel("To", { exact: true }).fill("4 days");
    await page.getByLabel("By", { exact: true }).fill("2027-03-31");
    await page.getByLabel("So that").fill("they lose less pay");
    await page.getByText("This is an outcome").waitFor();
    await page.locator("pre").getByText("kind: outcome").first().waitFor();
  });

  it("reads an impact statement, and prints it on one page", async () => {
    await page.goto(`${server}/outcomes/shorter-waits/statement`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect((await page.textContent("body"))?.toLowerCase()).not.toMatch(/\bproved\b/);
  });

  it("goes through the pages of outcomes", async () => {
    for (const [path, text] of [
      ["/measures/waiting-days", /Days of waiting/],
      ["/value-map", /People wait less/],
      ["/surveys", /survey/i],
      ["/honesty", /forecast/i],
    ] as const) {
      await page.goto(server + path);
      await page.locator("main").getByText(text).locator("visible=true").first().waitFor();
    }
  });
});
