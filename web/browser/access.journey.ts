import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { asked, closeBrowser, needed, server, signedIn, stranger } from "./browser";
import { type Hands, hands } from "./hands";

afterAll(closeBrowser);

const own = "correct horse battery staple";

async function signIn(page: Page, by: Hands, name: string, password: string): Promise<void> {
  await by.write(page.getByLabel("Name"), name);
  await by.write(page.getByLabel("Password"), password);
  await by.press(page.getByRole("button", { name: "Sign in" }));
}

/** A password that somebody else gave is good for setting one's own. */
async function setOwn(page: Page, by: Hands, given: string): Promise<void> {
  await page.waitForURL(/\/password/);
  await by.write(page.locator("input[name=current]"), given);
  await by.write(page.locator("input[name=new]"), own);
  await by.write(page.locator("input[name=again]"), own);
  await by.press(page.getByRole("button", { name: "Set it" }));
}

async function signOut(page: Page, by: Hands): Promise<void> {
  await by.press(page.locator("details.menu summary"));
  await by.press(page.getByRole("button", { name: "Sign out" }));
  await page.waitForURL(/\/login/);
}

describe.each(hands)("by $name", (by) => {
  it("who starts a server first comes to a first run", async () => {
    // It prints a password once; the second pair of hands is a second administrator, whom the first one made.
    let name = "admin";
    let given = needed("OUTTURN_FIRST_PASSWORD");
    if (by.name === "keyboard") {
      name = "second";
      given = "given by the first one";
      await asked("POST", "/users", { name, role: "admin" });
      await asked("PUT", `/users/${name}/password`, { password: given });
    }
    const page = await stranger();
    await page.goto(server);
    await page.waitForURL(/\/login/);
    await signIn(page, by, name, given);
    await setOwn(page, by, given);
    await page.waitForURL(`${server}/`);
    await by.press(page.getByRole("link", { name: "Workflows", exact: true }));
    await by.press(page.getByRole("link", { name: /^(greet|Say hello)/ }).first());
    await by.press(page.getByRole("button", { name: "Start a run" }));
    await by.write(page.getByRole("dialog").getByLabel(/Who/), "world");
    await by.press(page.getByRole("dialog").getByRole("button", { name: "Start a run" }));
    await page.locator("main .lead").getByText("It succeeded").waitFor();
  });

  it("a stranger is asked to sign in, and comes to where he wanted", async () => {
    const name = `grace-${by.name}`;
    const given = "a password for once only";
    await asked("POST", "/users", { name, role: "viewer" });
    expect((await asked("PUT", `/users/${name}/password`, { password: given })).status).toBeLessThan(300);
    const page = await stranger();
    await page.goto(`${server}/runs?workflow=greet`);
    await page.waitForURL(/\/login\?next=/);
    await signIn(page, by, name, "not the password");
    await page.getByRole("alert").waitFor();
    await signIn(page, by, name, given);
    await setOwn(page, by, given);
    await page.waitForURL(`${server}/runs?workflow=greet`);
    await signOut(page, by);
  });

  it("an identity provider vouches for an operator, and for nobody of another group", async () => {
    const page = await stranger();
    await page.goto(`${server}/workflows/greet`);
    await vouched(page, by, `nadia-${by.name}`, "night-shift");
    await page.waitForURL(`${server}/workflows/greet`);
    await page.getByRole("button", { name: "Start a run" }).waitFor();
    await signOut(page, by);
    await vouched(page, by, `otto-${by.name}`, "day-shift");
    await page.getByRole("alert").waitFor();
    await page.goto(server);
    await page.waitForURL(/\/login/);
  });

  it("who may only look is offered nothing else, and is refused by the server", async () => {
    const made = (await asked("POST", "/users", { name: `linus-${by.name}`, role: "viewer" })).json as { token: string };
    const page = await signedIn({}, made.token);
    await by.press(page.getByRole("link", { name: "Workflows", exact: true }));
    await by.press(page.getByRole("link", { name: /^(greet|Say hello)/ }).first());
    await page.getByRole("heading", { name: "Last runs" }).waitFor();
    expect(await page.getByRole("button", { name: "Start a run" }).count()).toBe(0);
    const refused = await page.evaluate(async () => {
      const answer = await fetch("/api/v1/runs", {
        method: "POST",
        headers: { "X-Outturn": "1", "Content-Type": "application/json" },
        body: JSON.stringify({ workflow: "greet", inputs: { who: "x" } }),
      });
      return { status: answer.status, detail: ((await answer.json()) as { detail: string }).detail };
    });
    expect(refused.status).toBe(403);
    expect(refused.detail).toContain("operator");
  });
});

async function vouched(page: Page, by: Hands, name: string, group: string): Promise<void> {
  await by.press(page.getByRole("link", { name: "Single sign-on" }));
  await page.getByRole("heading", { name: "Who are you?" }).waitFor();
  await by.write(page.getByLabel("Name"), name);
  await by.write(page.getByLabel("Group"), group);
  await by.press(page.getByRole("button", { name: "Go on" }));
}

it("another site can neither frame a page nor ask for a change", async () => {
  const page = await signedIn();
  const answer = await page.goto(server);
  expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  const bare = await page.evaluate(async () => (await fetch("/api/v1/runs", { method: "POST", body: "{}" })).status);
  expect(bare).toBe(403);
});
