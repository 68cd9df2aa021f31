import { afterAll, expect, it } from "vitest";
import { asked, closeBrowser, server, signedIn, stranger } from "./browser";

afterAll(closeBrowser);

it("a stranger is asked to sign in, and comes to where he wanted", async () => {
  await asked("POST", "/users", { name: "grace", role: "viewer" });
  const given = "a password for once only";
  const set = await asked("PUT", "/users/grace/password", { password: given });
  expect(set.status).toBeLessThan(300);
  const page = await stranger();
  await page.goto(`${server}/runs?workflow=greet`);
  await page.waitForURL(/\/login\?next=/);
  await page.locator("input[name=name]").fill("grace");
  await page.locator("input[name=password]").fill("not the password");
  await page.locator("button[type=submit], form button").first().click();
  await page.getByRole("alert").waitFor();
  await page.locator("input[name=name]").fill("grace");
  await page.locator("input[name=password]").fill(given);
  await page.locator("form button").first().click();
  // A password that an administrator gave is good for setting one's own.
  await page.waitForURL(/\/password/);
  await page.locator("input[name=current]").fill(given);
  await page.locator("input[name=new]").fill("correct horse battery staple");
  await page.locator("input[name=again]").fill("correct horse battery staple");
  await page.locator("form button").first().click();
  await page.waitForURL(`${server}/runs?workflow=greet`);
  await page.getByText("grace").first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/login/);
});

it("who may only look is offered nothing else, and is refused by the server", async () => {
  const made = (await asked("POST", "/users", { name: "linus", role: "viewer" })).json as { token: string };
  const page = await signedIn({}, made.token);
  await page.goto(`${server}/workflows/greet`);
  await page.getByRole("heading", { level: 1 }).waitFor();
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

it("another site can neither frame a page nor ask for a change", async () => {
  const page = await signedIn();
  const answer = await page.goto(server);
  expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  const bare = await page.evaluate(async () => (await fetch("/api/v1/runs", { method: "POST", body: "{}" })).status);
  expect(bare).toBe(403);
});
