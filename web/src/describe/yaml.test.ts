import { describe, expect, it } from "vitest";
import { dayOf, EMPTY, numberIn, yamlOf } from "./yaml";

describe("the file of an outcome", () => {
  it("has the parts of the statement and the target", () => {
    const yaml = yamlOf({
      who: "Tenants",
      change: "wait less for a repair",
      from: "9",
      to: "4 days",
      by: "2026-12-31",
      soThat: "they lose less pay: a lot",
      name: "quick-repairs",
      title: "Repairs are quick",
      owner: "housing",
      measure: "repair-days",
    });
    expect(yaml).toContain("name: quick-repairs\ntitle: Repairs are quick\nowner: housing\n");
    expect(yaml).toContain('  soThat: "they lose less pay: a lot"\n');
    expect(yaml).toContain("  - measure: repair-days\n    # It is 9 now.");
    expect(yaml).toContain("    target: {value: 4, by: 2026-12-31}\n");
  });

  it("says what is still to be filled in", () => {
    expect(yamlOf(EMPTY)).toContain("name: NAME\nowner: WHO-IN-THE-BUSINESS\n");
    expect(yamlOf(EMPTY)).not.toContain("target:");
  });

  it("never lets what was typed become other YAML", () => {
    expect(yamlOf({ ...EMPTY, who: "a\nkind: workflow" })).toContain('  who: "a kind: workflow"\n');
    expect(yamlOf({ ...EMPTY, who: "no" })).toContain('who: "no"');
    expect(yamlOf({ ...EMPTY, from: "9\nkind: x" })).not.toContain("\nkind: x");
  });

  it("reads numbers and days", () => {
    expect(numberIn("fewer than 1,500.5 calls")).toBe(1500.5);
    expect(numberIn("few")).toBeNull();
    expect(dayOf("2026-12-31")).toBe("31 December 2026");
  });
});
