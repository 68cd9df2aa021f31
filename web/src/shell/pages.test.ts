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

  it("gives each page a key of its own", () => {
    const keys = homes.flatMap((home) => home.pages.map((page) => page.key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
