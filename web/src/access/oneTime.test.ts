import { expect, it } from "vitest";
import { oneTimePassword } from "./oneTime";

it("makes another password each time, in four groups", () => {
  const made = oneTimePassword();
  expect(made).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  expect(oneTimePassword()).not.toBe(made);
});

it("takes no byte that would make some letters likelier", () => {
  const bytes = (all: Uint8Array) => all.map((_, at) => (at % 2 === 0 ? 255 : 0));
  expect(oneTimePassword(bytes)).toBe("aaaaa-aaaaa-aaaaa-aaaaa");
});
