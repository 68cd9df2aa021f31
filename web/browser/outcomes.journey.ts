import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeBrowser, needed, seriousFaults, server, sidewaysOverflow, signedIn, stranger } from "./browser";
import { hands } from "./hands";

let page: Page;
beforeAll(async () => {
  page = await signedIn();
});
afterAll(closeBrowser);

describe.each(hands)("somebody of the business, by $name", (by) => {
  it("reads an outcome in plain words, and goes on to its plan", async () => {
    await page.goto(`${server}/portfolio`);
    await by.press(page.getByRole("link", { name: "People wait less" }).first());
    await page.waitForURL(`${server}/outcomes/shorter-waits`);
    await page.locator("main .lead").getByText(/visitors/i).first().waitFor();
    await page.locator("main svg").first().waitFor();
    await by.press(page.getByRole("link", { name: "Plan" }).first());
    await page.waitForURL(`${server}/outcomes/shorter-waits/plan`);
  });

  it("tries the plan without its people, and sees what comes of it", async () => {
    await page.goto(`${server}/outcomes/shorter-waits/plan`);
    await page.getByRole("heading", { name: "What if" }).waitFor();
    await by.choose(page.getByRole("checkbox", { name: /training/ }));
    await page.waitForURL(/without=training/);
    await page.getByText("Without a lever of people nothing comes of the others").first().waitFor();
  });

  it("writes a statement with advice while typing", async () => {
    await page.goto(`${server}/describe`);
    await by.write(page.getByLabel("Who", { exact: true }), "IT");
    await by.write(page.getByLabel("What becomes different"), "deploy the new platform");
    await page.getByText("This is not an outcome yet").waitFor();
    await by.write(page.getByLabel("Who", { exact: true }), "Tenants");
    await by.write(page.getByLabel("What becomes different"), "wait less for a repair");
    await by.write(page.getByLabel("From", { exact: true }), "9");
    await by.write(page.getByLabel("To", { exact: true }), "4 days");
    await by.write(page.getByLabel("By", { exact: true }), "2027-03-31");
    await by.write(page.getByLabel("So that"), "they lose less pay");
    await page.getByText("This is an outcome").waitFor();
    await page.locator("pre").getByText("kind: outcome").first().waitFor();
  });

  it("reads an impact statement, and prints it on one page", async () => {
    await page.goto(`${server}/outcomes/shorter-waits`);
    await by.press(page.getByRole("link", { name: "Impact statement" }).first());
    await page.waitForURL(`${server}/outcomes/shorter-waits/statement`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect((await page.textContent("body"))?.toLowerCase()).not.toMatch(/\bproved\b/);
    const file = page.getByRole("link", { name: "PDF" });
    const asFile = await page.request.get(new URL((await file.getAttribute("href")) ?? "", server).href);
    expect(asFile.headers()["content-type"]).toBe("application/pdf");
    expect((await asFile.body()).subarray(0, 5).toString()).toBe("%PDF-");
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: "print" });
    expect(await file.isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await by.press(page.getByRole("link", { name: "Outturn" }));
    await page.waitForURL(`${server}/`);
  });
});

describe.each(hands)("somebody who is asked, by $name", (by) => {
  it("answers on a phone, once", async () => {
    const link = needed("OUTTURN_SURVEY_LINKS").split(" ")[hands.indexOf(by)] ?? "";
    const phone = await stranger({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    await phone.goto(link);
    await phone.getByRole("heading", { level: 1, name: "Your last visit" }).waitFor();
    expect(await sidewaysOverflow(phone)).toBe(0);
    expect(await seriousFaults(phone)).toEqual([]);
    await by.press(phone.getByRole("button", { name: "Send my answers" }));
    await phone.getByRole("alert").waitFor();
    expect(await seriousFaults(phone)).toEqual([]);
    await by.choose(phone.locator("#g1").getByRole("radio").nth(3));
    await by.choose(phone.locator("#g2").getByRole("radio").first());
    await by.choose(phone.getByLabel("The forms"));
    await by.write(phone.getByLabel("What should change?"), "Fewer forms");
    await by.press(phone.getByRole("button", { name: "Send my answers" }));
    await phone.getByRole("heading", { name: "Thank you" }).waitFor();
    expect(await sidewaysOverflow(phone)).toBe(0);
    await phone.goto(link);
    await phone.getByRole("heading", { name: "This link is not valid any more" }).waitFor();
  });
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
