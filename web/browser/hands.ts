import type { Locator } from "playwright-core";

/** How somebody works a page. */
export interface Hands {
  name: "pointer" | "keyboard";
  /** A link, a button, a summary. */
  press(it: Locator): Promise<void>;
  /** Instead of what a field holds. */
  write(it: Locator, text: string): Promise<void>;
  /** A radio button, or a box that is to be the other way. */
  choose(it: Locator): Promise<void>;
}

const pointer: Hands = {
  name: "pointer",
  press: (it) => it.click(),
  write: (it, text) => it.fill(text),
  choose: (it) => it.click(),
};

const MOST_TABS = 400;

/** Tab and Tab again, as somebody would who sees where the focus is. */
async function reach(it: Locator): Promise<void> {
  await it.waitFor();
  const page = it.page();
  for (let presses = 0; presses <= MOST_TABS; presses++) {
    const at = await it.evaluate((wanted) => {
      if (wanted !== document.activeElement) return "elsewhere";
      // An editor is framed with its gutter.
      for (let around: Element | null = wanted; around?.matches(":focus-within:not(main)"); around = around.parentElement) {
        const { outlineStyle, boxShadow } = getComputedStyle(around);
        if (outlineStyle !== "none" || boxShadow !== "none") return "there";
      }
      return "unseen";
    });
    if (at === "there") return;
    if (at === "unseen") throw new Error(`nothing shows that the focus is on ${it}`);
    await page.keyboard.press("Tab");
  }
  throw new Error(`the key Tab does not come to ${it}`);
}

/** A group of radio buttons is one stop of Tab; arrows choose within it. */
async function chooseRadio(it: Locator, name: string): Promise<void> {
  const { keyboard } = it.page();
  const inGroup = () => it.evaluate((_, group) => (document.activeElement as HTMLInputElement | null)?.name === group, name);
  for (let presses = 0; !(await inGroup()); presses++) {
    if (presses > MOST_TABS) throw new Error(`the key Tab does not come to ${it}`);
    await keyboard.press("Tab");
  }
  if (await it.evaluate((wanted) => wanted === document.activeElement)) await keyboard.press("Space");
  for (let presses = 0; !(await it.isChecked()); presses++) {
    if (presses > MOST_TABS) throw new Error(`arrows do not come to ${it}`);
    await keyboard.press("ArrowDown");
  }
}

const keyboard: Hands = {
  name: "keyboard",
  async press(it) {
    await reach(it);
    await it.page().keyboard.press("Enter");
  },
  async write(it, text) {
    await reach(it);
    const { keyboard } = it.page();
    if ((await it.getAttribute("type")) === "date") {
      // The browser's own field of three parts: month, day, year.
      const [year, month, day] = text.split("-");
      await keyboard.type(`${month}${day}${year}`);
      return;
    }
    await keyboard.press("Control+a");
    await keyboard.insertText(text);
  },
  async choose(it) {
    const name = await it.getAttribute("name");
    if ((await it.getAttribute("type")) === "radio" && name) return chooseRadio(it, name);
    await reach(it);
    await it.page().keyboard.press("Space");
  },
};

/** Every journey passes with each. */
export const hands: Hands[] = [pointer, keyboard];
