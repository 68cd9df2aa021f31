import { afterAll, describe, expect, it } from "vitest";
import { asked, closeBrowser, seriousFaults, server, signedIn, stranger } from "./browser";
import { hands } from "./hands";

afterAll(closeBrowser);

const own = "correct horse battery staple";

describe.each(hands)("whoever looks after users, by $name", (by) => {
  it("lets somebody in, and shuts him out again", async () => {
    const name = `ines-${by.name}`;
    const page = await signedIn();
    await by.press(page.getByRole("link", { name: "Access", exact: true }));
    await by.press(page.getByRole("link", { name: "Users and rights" }));
    await by.press(page.getByRole("button", { name: "Add a user" }));
    expect(await seriousFaults(page)).toEqual([]);
    await by.write(page.getByRole("dialog").getByLabel("Name"), name);
    await by.press(page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }));
    const given = await page.getByText(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/).innerText();
    expect(await seriousFaults(page)).toEqual([]);

    const theirs = await stranger();
    await theirs.goto(`${server}/runs`);
    await by.write(theirs.getByLabel("Name"), name);
    await by.write(theirs.getByLabel("Password"), given);
    await by.press(theirs.getByRole("button", { name: "Sign in" }));
    await theirs.waitForURL(/\/password/);
    await by.write(theirs.locator("input[name=current]"), given);
    await by.write(theirs.locator("input[name=new]"), own);
    await by.write(theirs.locator("input[name=again]"), own);
    await by.press(theirs.getByRole("button", { name: "Set it" }));
    await theirs.waitForURL(`${server}/runs`);

    await page.reload();
    const line = page.getByRole("row", { name: new RegExp(`^${name} viewer`) });
    await line.getByText("password, open session").waitFor();
    await by.press(line.getByRole("button", { name: "Shut out" }));
    await by.press(page.getByRole("dialog").getByRole("button", { name: "Shut out" }));
    await line.getByText("no way: shut out").waitFor();
    await theirs.reload();
    await theirs.waitForURL(/\/login/);

    await page.goto(`${server}/audit?subject=${name}`);
    await page.getByRole("rowheader", { name: "user shut-out" }).waitFor();
    await page.getByText(/from: 127\.0\.0\.1/).first().waitFor();
    const csv = await page.getByRole("link", { name: /spreadsheet/ }).getAttribute("href");
    expect(csv).toBe(`/api/v1/audit.csv?subject=${name}`);
  });
});

describe.each(hands)("somebody, by $name", (by) => {
  it("makes a token for a program, and revokes it", async () => {
    const label = `nightly by ${by.name}`;
    const page = await signedIn();
    await page.goto(`${server}/account`);
    await by.press(page.getByRole("button", { name: "Make a token" }));
    await by.write(page.getByRole("dialog").getByLabel("What it is for"), label);
    await by.write(page.getByRole("dialog").getByLabel(/how many days/), "7");
    expect(await seriousFaults(page)).toEqual([]);
    await by.press(page.getByRole("dialog").getByRole("button", { name: "Make it" }));
    const token = await page.getByText(/^outturn_/).innerText();
    expect((await asked("GET", "/me", undefined, token)).json).toMatchObject({ user: "admin", role: "viewer" });
    await by.press(page.getByRole("button", { name: "I have it" }));
    expect(await page.getByText(token).count()).toBe(0);

    await by.press(page.getByRole("row", { name: new RegExp(`^${label}`) }).getByRole("button", { name: "Revoke" }));
    await by.press(page.getByRole("dialog").getByRole("button", { name: "Revoke" }));
    await page.getByRole("row", { name: new RegExp(`^${label}`) }).waitFor({ state: "detached" });
    expect((await asked("GET", "/me", undefined, token)).status).toBe(401);
  });
});

it("offers who may only look no page of administrators, and says which right is missing", async () => {
  const made = (await asked("POST", "/users", { name: "vera", role: "viewer" })).json as { token: string };
  const page = await signedIn({}, made.token);
  await page.goto(`${server}/account`);
  await page.getByText("You are signed in as vera, viewer everywhere.").waitFor();
  expect(await page.getByRole("navigation", { name: "Access" }).getByRole("link").allInnerTexts()).toEqual(["My account"]);
  for (const path of ["/users", "/audit"]) {
    await page.goto(server + path);
    await page.getByRole("alert").getByText(/this needs (owner|admin)/).waitFor();
  }
});

it("lets an owner give roles, and shows no users", async () => {
  const made = (await asked("POST", "/users", { name: "otis", role: "owner" })).json as { token: string };
  const [project] = ((await asked("GET", "/projects")).json as { items: { name: string }[] }).items;
  const page = await signedIn({}, made.token);
  await page.goto(`${server}/users`);
  await page.getByText("You give roles in the projects that you own.").waitFor();
  await page.getByRole("button", { name: "Give a role" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the user or group").fill("nobody-here");
  await dialog.getByLabel("Name of the project or service").fill(project?.name ?? "");
  await dialog.getByRole("button", { name: "Give it" }).click();
  await dialog.getByRole("alert").getByText(/nobody-here/).waitFor();
  await dialog.getByLabel("Name of the user or group").fill("admin");
  await dialog.getByRole("button", { name: "Give it" }).click();
  const line = page.getByRole("row", { name: new RegExp(`^admin operator in project ${project?.name}`) });
  await line.getByRole("button", { name: "Take away" }).click();
  await dialog.getByRole("button", { name: "Take away" }).click();
  await line.waitFor({ state: "detached" });
});
