// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Loading } from "./Loading";

afterEach(cleanup);

/** What the style of the page would hide (base.css). */
const waiting = () => [...document.querySelectorAll("main [data-loading] ~ *")].map((each) => each.textContent);

it("makes wait what stands behind it, at every height", () => {
  render(
    <main>
      <h1>before</h1>
      <section>
        <Loading />
        <p>beside</p>
      </section>
      <section>after</section>
    </main>,
  );
  expect(waiting()).toEqual(["beside", "after"]);
});

it("lets the page go on once nothing loads any more", () => {
  const page = (first: boolean, second: boolean) => (
    <main>
      <section>
        {first && <Loading />}
        {second && <Loading />}
      </section>
      <p>after</p>
    </main>
  );
  const { rerender } = render(page(true, true));
  rerender(page(true, false));
  expect(waiting()).toContain("after");
  rerender(page(false, false));
  expect(waiting()).toEqual([]);
});

it("does not hold up a page for what somebody asks for on it", () => {
  render(
    <main>
      <div aria-live="polite">
        <Loading />
      </div>
      <aside>
        <Loading />
      </aside>
      <p>after</p>
    </main>,
  );
  expect(waiting()).toEqual([]);
});
