import { expect, it } from "vitest";
import { mayAnywhere, upTo } from "./roles";

const viewer = { role: "viewer", grants: [] } as const;
const owner = { role: "viewer", grants: [{ role: "owner" }] } as const;

it("lets a higher role do what a lower one may, and nobody who is unknown", () => {
  expect(mayAnywhere({ role: "admin", grants: [] }, "owner")).toBe(true);
  expect(mayAnywhere(viewer, "operator")).toBe(false);
  expect(mayAnywhere(undefined, "viewer")).toBe(false);
});

it("counts a role for one project as one that is had somewhere", () => {
  expect(mayAnywhere(owner, "owner")).toBe(true);
  expect(mayAnywhere(owner, "admin")).toBe(false);
  expect(upTo(owner)).toEqual(["viewer", "operator", "editor", "owner"]);
  expect(upTo(viewer)).toEqual(["viewer"]);
});
