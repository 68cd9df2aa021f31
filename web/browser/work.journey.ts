import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asked, closeBrowser, seriousFaults, server, signedIn } from "./browser";
import { hands } from "./hands";

let page: Page;
beforeAll(async () => {
  page = await signedIn();
});
afterAll(closeBrowser);

async function started(workflow: string, inputs: Record<string, unknown> = {}): Promise<string> {
  const answer = (await asked("POST", "/runs", { workflow, inputs })).json as { id: string };
  return answer.id;
}

const lead = () => page.locator("main .lead").first();
const dialog = () => page.getByRole("dialog");

describe.each(hands)("an operator, by $name", (by) => {
  it("starts a run from a form, and reads what it wrote", async () => {
    await page.goto(`${server}/workflows/greet`);
    await by.press(page.getByRole("button", { name: "Start a run" }));
    await by.press(dialog().getByRole("button", { name: "Start a run" }));
    // The form says what is missing before it asks the server.
    expect(await dialog().count()).toBe(1);
    await by.write(dialog().getByLabel(/Who/), "Ada");
    await by.press(dialog().getByRole("button", { name: "Start a run" }));
    await page.waitForURL(`${server}/runs/*`);
    await lead().getByText("It succeeded").waitFor();
    await page.goto(`${page.url()}?task=hello`);
    await page.getByRole("complementary", { name: "Task hello" }).getByText("hello Ada").waitFor();
  });

  it("finds why a task waits, and makes room for it", async () => {
    const holder = await started("keep-the-pool");
    const waiter = await started("want-the-pool");
    await page.goto(server);
    await page.getByText(/waits for pool the-only-one/).first().waitFor();
    await page.goto(`${server}/runs/${waiter}?task=use`);
    await by.press(page.getByRole("complementary", { name: "Task use" }).getByRole("link", { name: new RegExp(holder) }));
    await page.waitForURL(`${server}/runs/${holder}*`);
    await by.press(page.getByRole("button", { name: "Cancel", exact: true }).first());
    await by.write(dialog().getByLabel("Reason"), "the other one is urgent");
    await by.press(dialog().getByRole("button", { name: "Cancel", exact: true }).first());
    await lead().getByText("It was cancelled").waitFor();
    await page.getByText("the other one is urgent").first().waitFor();
    await page.goto(`${server}/runs/${waiter}`);
    await lead().getByText("It succeeded").waitFor();
  });

  it("reruns from the task that failed", async () => {
    const flag = join(tmpdir(), `outturn-journey-${by.name}-${process.pid}`);
    const run = await started("brittle", { flag });
    await page.goto(`${server}/runs/${run}`);
    await lead().getByText("It failed").waitFor();
    writeFileSync(flag, "");
    try {
      await by.press(page.getByRole("button", { name: "Rerun what failed" }));
      await by.write(dialog().getByLabel("Reason"), "the file is there now");
      await by.press(dialog().getByRole("button", { name: "Rerun what failed" }));
      await lead().getByText("It succeeded").waitFor();
    } finally {
      rmSync(flag, { force: true });
    }
    const whole = (await asked("GET", `/runs/${run}`)).json as { tasks: { name: string; attempts: unknown[] }[] };
    expect(whole.tasks.map((task) => [task.name, task.attempts.length])).toEqual([
      ["first", 1],
      ["second", 2],
      ["third", 1],
    ]);
  });
});

const title = /title: Say hello .*/;

describe.each(hands)("an engineer, by $name", (by) => {
  it("edits a file with an error, mends it, and puts it in force", async () => {
    await page.goto(`${server}/edit/journeys?file=all.yaml`);
    const editor = page.getByRole("textbox", { name: "all.yaml" });
    const whole = await editor.inputValue();
    await by.write(editor, whole.replace(title, `titel: Say hello by ${by.name}`));
    await by.press(page.getByRole("button", { name: "Check" }));
    await page.getByRole("alert").getByText("1 error").waitFor();
    await by.press(page.getByRole("button", { name: /all\.yaml, line \d+, column \d+/ }));
    expect(await page.getByRole("button", { name: "Apply" }).isDisabled()).toBe(true);
    await by.write(editor, whole.replace(title, `title: Say hello by ${by.name}`));
    await by.press(page.getByRole("button", { name: "Check" }));
    await page.getByText("1 changed").waitFor();
    await by.press(page.getByRole("button", { name: "Apply" }));
    await by.write(dialog().getByLabel(/Why/), "it is for everybody");
    await by.press(dialog().getByRole("button", { name: "Apply" }));
    await page.getByText(/Version \d+ is in force/).waitFor();
    await page.goto(`${server}/workflows/greet`);
    await page.getByRole("heading", { level: 1, name: `Say hello by ${by.name}` }).waitFor();
  });
});

describe.each(hands)("whose files are kept in a repository, by $name", (by) => {
  it("reads them and is led there, and is not let change them", async () => {
    const repository = "https://git.example.org/ops/kept";
    const main = `kind: project\nname: kept-by-${by.name}\nrepository: ${repository}\n`;
    const files = { "outturn.yaml": btoa(main), "more.yaml": btoa("kind: pool\nname: of-the-kept\nsize: 1\n".replace("the", by.name)) };
    const applied = await asked("POST", `/projects/kept-by-${by.name}/apply`, { files, base: 0 });
    expect(applied.status).toBe(200);
    await page.goto(`${server}/edit/kept-by-${by.name}`);
    await page.getByText("size: 1").waitFor();
    await by.press(page.getByRole("button", { name: "outturn.yaml" }));
    await page.locator("pre").getByText(repository).waitFor();
    expect(await page.getByRole("link", { name: repository }).getAttribute("href")).toBe(repository);
    expect(await page.getByRole("textbox").count()).toBe(0);
    expect(await page.getByRole("button", { name: /Check|Apply|Remove/ }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe.each(hands)("who writes a file, by $name", (by) => {
  it("is told what fits at the cursor, and takes it", async () => {
    await page.goto(`${server}/edit/journeys?file=all.yaml`);
    const editor = page.getByRole("textbox", { name: "all.yaml" });
    const whole = await editor.inputValue();
    const list = page.getByRole("listbox", { name: "What fits at the cursor" });
    await by.write(editor, `${whole}\n---\nkind: po`);
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+Space");
    await list.waitFor();
    expect(await list.getByRole("option").allInnerTexts()).toEqual(["pool", "policy"]);
    await page.keyboard.press("ArrowDown");
    expect(await list.getByRole("option", { selected: true }).innerText()).toBe("policy");
    await page.keyboard.press("ArrowUp");
    if (by.name === "keyboard") await page.keyboard.press("Enter");
    else await list.getByRole("option", { name: "pool" }).click();
    await page.keyboard.type("\nsi");
    await page.keyboard.press("Control+Space");
    await list.getByRole("option", { name: /^size/ }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect.poll(() => editor.inputValue()).toMatch(/\nsize: $/);
    await page.keyboard.type("3\n");
    await page.keyboard.press("Control+Space");
    await list.getByRole("option", { name: "name needed" }).waitFor();
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    expect(await editor.inputValue()).toBe(`${whole}\n---\nkind: pool\nsize: 3\n`);
    await by.write(editor, whole);
  });
});

it("goes through the pages of operations", async () => {
  for (const [path, name] of [
    ["/runs?workflow=greet", "greet"],
    ["/workflows/month-end-close/grid", "close"],
    ["/ahead", "month-end-close"],
    ["/capacity", "the-only-one"],
    ["/nodes", "living"],
  ] as const) {
    await page.goto(server + path);
    await page.locator("main").getByText(new RegExp(name)).first().waitFor();
  }
});
