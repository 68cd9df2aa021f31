import { useState } from "react";
import { outcomeText as text } from "../text/outcome";

const SAID_MS = 2_000;

/** Copies the address of the page; where the browser does not let it, the address is there to be copied by hand. */
export function CopyLink() {
  const [state, setState] = useState<"no" | "copied" | "by-hand">("no");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setState("copied");
      setTimeout(() => setState("no"), SAID_MS);
    } catch {
      setState("by-hand");
    }
  };
  if (state === "by-hand") {
    return <input readOnly autoFocus aria-label={text.copy} value={location.href} onFocus={(event) => event.target.select()} />;
  }
  return (
    <button type="button" onClick={copy}>
      <span aria-live="polite">{state === "copied" ? text.copied : text.copy}</span>
    </button>
  );
}
