import { useState } from "react";
import { describeText as text } from "../text/describe";
import { type Draft, yamlOf } from "./yaml";

const SAID_MS = 2_000;

/** The outcome as a file, to be copied into a project. */
export function File({ draft }: { draft: Draft }) {
  const [isCopied, setCopied] = useState(false);
  const yaml = yamlOf(draft);
  const copy = async () => {
    await navigator.clipboard.writeText(yaml);
    setCopied(true);
    setTimeout(() => setCopied(false), SAID_MS);
  };
  return (
    <section aria-labelledby="file">
      <div className="row spread">
        <h2 id="file">{text.yaml}</h2>
        {"clipboard" in navigator && (
          <button type="button" onClick={copy}>
            <span aria-live="polite">{isCopied ? text.copied : text.copy}</span>
          </button>
        )}
      </div>
      <pre tabIndex={0}>{yaml}</pre>
      <p className="muted small">
        {text.yamlSays} <code>outturn plan FOLDER</code>
      </p>
    </section>
  );
}
