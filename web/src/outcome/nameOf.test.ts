import { describe, expect, it } from "vitest";
import { nameOf } from "./nameOf";

describe("a name made from a title", () => {
  it("has only small letters, digits and dashes, and begins with a letter", () => {
    expect(nameOf("The Boiler broke!")).toBe("the-boiler-broke");
    expect(nameOf("2 new clinics")).toBe("new-clinics");
    expect(nameOf("Größe")).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(nameOf("…")).toBe("event");
    expect(nameOf("a".repeat(80))).toHaveLength(63);
  });
});
