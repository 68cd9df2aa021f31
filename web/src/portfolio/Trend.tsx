import { portfolioText as text } from "../text/portfolio";

/** Which way a measure goes beyond its usual variation: a letter, a shape and a word. */
export function Trend({ letter, kind }: { letter: string; kind: string }) {
  return (
    <span className={`trend ${kind}`}>
      <span className="letter" aria-hidden="true">
        {letter === "-" ? "–" : letter}
      </span>
      {text.trends[kind] ?? kind}
    </span>
  );
}
