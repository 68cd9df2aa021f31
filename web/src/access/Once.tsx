import { useState } from "react";
import { accessText } from "../text/access";

const text = accessText.once;

/** Something secret with what it is; it is known here and nowhere else. */
export interface Secret {
  title: string;
  secret: string;
}

/** Shows a secret this once, until whoever sees it has it. */
export function Once({ shown, done }: { shown: Secret | undefined; done: () => void }) {
  const [copied, setCopied] = useState(false);
  if (shown === undefined) return null;
  return (
    <div className="note good" role="status">
      <p>
        <strong>{shown.title}</strong>
      </p>
      <p>
        <code className="secret">{shown.secret}</code>
      </p>
      <p className="muted">{text.say}</p>
      <div className="row">
        <button type="button" onClick={() => void navigator.clipboard.writeText(shown.secret).then(() => setCopied(true))}>
          {copied ? text.copied : text.copy}
        </button>
        <button
          type="button"
          className="main"
          onClick={() => {
            setCopied(false);
            done();
          }}
        >
          {text.done}
        </button>
      </div>
    </div>
  );
}
