import { useLayoutEffect, useRef } from "react";
import { words } from "../text/words";

/** Keeps the place of what is loaded, so that nothing jumps when it comes; what stands behind it waits (base.css). */
export function Loading({ lines = 6 }: { lines?: number }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const around = aroundOf(place.current);
    for (const each of around) count(each, 1);
    return () => {
      for (const each of around) count(each, -1);
    };
  }, []);
  return (
    <div ref={place} role="status" aria-label={words.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <p key={line} className="placeholder" aria-hidden="true">
          {words.loading}
        </p>
      ))}
    </div>
  );
}

/** Somebody asked for what stands here on a page that is there already: the page does not wait for it. */
const BESIDE = "[aria-live], aside";

/** The place itself and what it stands in, as far as the page. */
function aroundOf(place: HTMLElement | null): HTMLElement[] {
  const around: HTMLElement[] = [];
  for (let each = place; each !== null && !each.matches("main"); each = each.parentElement) {
    if (each.matches(BESIDE)) return around;
    around.push(each);
  }
  return around;
}

/** How many things in an element are still loading. A selector that looked into all elements for them would cost seconds on a large page. */
function count(element: HTMLElement, more: number): void {
  const loading = Number(element.dataset["loading"] ?? 0) + more;
  if (loading === 0) delete element.dataset["loading"];
  else element.dataset["loading"] = String(loading);
}
