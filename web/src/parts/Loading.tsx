import { words } from "../text/words";

/** Keeps the place of what is loaded, so that nothing jumps when it comes. */
export function Loading({ lines = 6 }: { lines?: number }) {
  return (
    <div role="status" aria-label={words.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <p key={line} className="placeholder" aria-hidden="true">
          {words.loading}
        </p>
      ))}
    </div>
  );
}
