import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asked, closeBrowser, server, signedIn } from "./browser";

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

describe("an operator", () => {
  it("starts a run from a form, and reads what it wrote", async () => {
    await page.goto(`${server}/workflows/greet`);
    await page.getByRole("button", { name: "Start a run" }).click();
    await dialog().getByRole("button", { name: "Start a run" }).click();
    // The form says what is missing before it asks the server.
    expect(await dialog().count()).toBe(1);
    await dialog().getByLabel(/Who/).fill("Ada");
    await dialog().getByRole("button", { name: "Start a run" }).click();
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
    await page.getByRole("complementary", { name: "Task use" }).getByRole("link", { name: new RegExp(holder) }).click();
    await page.waitForURL(`${server}/runs/${holder}*`);
    await page.getByRole("button", { name: "Cancel", exact: true }).first().click();
    await dialog().getByLabel("Reason").fill("the other one is urgent");
    await dialog().getByRole("button", { name: "Cancel", exact: true }).first().click();
    await lead().getByText("It was cancelled").waitFor();
    await page.getByText("the other one is urgent").first().waitFor();
    await page.goto(`${server}/runs/${waiter}`);
    await lead().getByText("It succeeded").waitFor();
  });

  it("reruns from the task that failed", async () => {
    const flag = join(tmpdir(), `outturn-journey-${process.pid}`);
    const run = await started("brittle", { flag });
    await page.goto(`${server}/runs/${run}`);
    await lead().getByText("It failed").waitFor();
    writeFileSync(flag, "");
    try {
      await page.getByRole("button", { name: "Rerun what failed" }).click();
      await dialog().getByLabel("Reason").fill("the file is there now");
      await dialog().getByRole("button", { name: "Rerun what failed" }).click();
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
});

describe("an engineer", () => {
  it("edits a file with an error, mends it, and puts it in force", async () => {
    await page.goto(`${server}/edit/journeys?file=all.yaml`);
    const editor = page.getByRole("textbox", { name: "all.yaml" });
    const whole = await editor.inputValue();
    await editor.fill(whole.replace("title: Say hello to somebody", "titel: Say hello to everybody"));
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("alert").getByText("1 error").waitFor();
    await page.getByRole("button", { name: /all\.yaml, line \d+, column \d+/ }).click();
    expect(await page.getByRole("button", { name: "Apply" }).isDisabled()).toBe(true);
    await editor.fill(whole.replace("title: Say hello to somebody", "title: Say hello to everybody"));
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByText("1 changed").waitFor();
    await page.getByRole("button", { name: "Apply" }).click();
    await dialog().getByLabel(/Why/).fill("it is for everybody");
    await dialog().getByRole("button", { name: "Apply" }).click();
    await page.getByText(/Version \d+ is in force/).waitFor();
    await page.goto(`${server}/workflows/greet`);
    await page.getByRole("heading", { level: 1, name: "Say hello to everybody" }).waitFor();
  });
});
