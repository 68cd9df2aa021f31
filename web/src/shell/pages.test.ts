import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { homeOf, homes, pageOf } from "./pages";

describe("pages", () => {
  it("knows under which page an address is", () => {
    expect(pageOf("/")?.title).toBe("Now");
    expect(pageOf("/runs/0cpbb3chge000")?.title).toBe("Runs");
    expect(pageOf("/outcomes/one-visit/plan")?.title).toBe("Portfolio");
    expect(pageOf("/nowhere")).toBeUndefined();
  });

  it("knows the home of an address", () => {
    expect(homeOf("/measures/calls")?.title).toBe("Outcomes");
    expect(homeOf("/workflows")?.title).toBe("Operations");
  });

  it("has a picture taken of each page", () => {
    const script = readFileSync("browser/pictures.mjs", "utf8");
    const paths = homes.flatMap((home) => home.pages.map((page) => page.path));
    expect(paths.filter((path) => !script.includes(`: "${path}",`))).toEqual([]);
  });

  it("gives each page a key of its own", () => {
    const keys = homes.flatMap((home) => home.pages.map((page) => page.key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
