// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { later } from "./later";

afterEach(cleanup);

it("shows that it loads, then the part, and then always the part at once", async () => {
  let loads = 0;
  const Part = later(async () => {
    loads++;
    return { default: ({ name }: { name: string }) => <p>part {name}</p> };
  });
  render(<Part name="one" />);
  expect(screen.getByRole("status")).toBeTruthy();
  await screen.findByText("part one");
  cleanup();
  render(<Part name="two" />);
  expect(screen.getByText("part two")).toBeTruthy();
  expect(loads).toBe(1);
});
