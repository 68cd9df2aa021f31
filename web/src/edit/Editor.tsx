import { useEffect, useRef } from "react";
import { editText } from "../text/edit";
import { type Fault, offsetOf } from "./drafts";

const LINE_PX = 24;

/** A place that the editor is to show; a new object for each time that somebody asks. */
export interface Spot {
  line: number;
  column: number;
}

/** A text with the numbers of its lines, and marks at those that have errors. */
export function Editor(props: { path: string; text: string; faults: Fault[]; spot: Spot | undefined; change: (text: string) => void }) {
  const { path, text, faults, spot } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = area.current;
    if (!element || !spot) return;
    const at = offsetOf(element.value, spot.line, spot.column);
    element.focus();
    element.setSelectionRange(at, at);
    element.scrollTop = Math.max(0, (spot.line - 5) * LINE_PX);
  }, [spot]);
  const wrong = new Map(faults.map((fault) => [fault.line, fault.message]));
  const count = text.split("\n").length;
  return (
    <div className="editor">
      <div className="gutter" ref={gutter} aria-hidden="true">
        {Array.from({ length: count }, (_, at) => (
          <span key={at} className={wrong.has(at + 1) ? "wrong" : ""} title={wrong.get(at + 1)}>
            {at + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={area}
        aria-label={editText.project.editor(path)}
        aria-invalid={faults.length > 0}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        wrap="off"
        value={text}
        onChange={(event) => props.change(event.target.value)}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
