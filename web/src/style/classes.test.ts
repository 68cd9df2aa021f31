import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Styles of all pages that were looked at hold at once, so a class at the beginning of a rule belongs to one file. */
it("styles each class in one file", () => {
  const files = new Map<string, Set<string>>();
  for (const file of readdirSync("src", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".css")) continue;
    const text = readFileSync(join("src", file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    for (const [, selectors = ""] of text.matchAll(/([^{}]+)\{/g)) {
      for (const [, name = ""] of selectors.matchAll(/(?:^|,|\n)\s*\.([\w-]+)/g)) {
        files.set(name, (files.get(name) ?? new Set()).add(file));
      }
    }
  }
  const shared = [...files].filter(([, all]) => all.size > 1).map(([name, all]) => `${name}: ${[...all].join(", ")}`);
  expect(files.size).toBeGreaterThan(50);
  expect(shared).toEqual([]);
});
