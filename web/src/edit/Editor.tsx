import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect, useId, useRef } from "react";
import { editText } from "../text/edit";
import { type Fault, offsetOf } from "./drafts";
import { Proposed } from "./Proposed";
import { type Proposals, useProposals } from "./useProposals";

const LINE_PX = 24;
const PADDING_PX = 8;
/** As wide as edit.css lets the list be. */
const LIST_PX = 304;

/** A place that the editor is to show; a new object for each time that somebody asks. */
export interface Spot {
  line: number;
  column: number;
}

/** A text with the numbers of its lines, marks at those that have errors, and what fits at the cursor. */
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
  const list = useId();
  const proposals = useProposals(area, text);
  const open = proposals.open !== undefined && proposals.list.length > 0;
  return (
    <>
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
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={open ? list : undefined}
          aria-activedescendant={open ? `${list}-${proposals.open?.chosen ?? 0}` : undefined}
          value={text}
          onChange={(event) => props.change(event.target.value)}
          onKeyDown={(event) => pressed(event, proposals) && event.preventDefault()}
          onSelect={proposals.moved}
          onBlur={proposals.close}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
            proposals.close();
          }}
        />
        <Proposed id={list} proposals={proposals} style={besideCursor(area, gutter, proposals.open?.offset)} />
      </div>
      <p className="row muted small">
        <button
          type="button"
          className="plain"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            area.current?.focus();
            proposals.ask();
          }}
        >
          {editText.proposals.ask}
        </button>
        <kbd>{editText.proposals.key}</kbd>
      </p>
    </>
  );
}

/** Whether a key was meant for the list of what fits. */
function pressed(event: KeyboardEvent, proposals: Proposals): boolean {
  if (event.key === " " && (event.ctrlKey || event.altKey)) {
    proposals.ask();
    return true;
  }
  const { open, list } = proposals;
  if (open === undefined) return false;
  if (event.key === "Escape") proposals.close();
  else if (list.length === 0) return false;
  else if (event.key === "ArrowDown") proposals.choose(open.chosen + 1);
  else if (event.key === "ArrowUp") proposals.choose(open.chosen - 1);
  else if (event.key === "Enter") proposals.take(open.chosen);
  else return false;
  return true;
}

/** Under the cursor, or over it in the lower half: letters are all of one width. */
function besideCursor(area: RefObject<HTMLTextAreaElement | null>, gutter: RefObject<HTMLDivElement | null>, offset: number | undefined): CSSProperties {
  const element = area.current;
  if (element === null || offset === undefined) return {};
  const before = element.value.slice(0, offset).split("\n");
  const top = PADDING_PX + (before.length - 1) * LINE_PX - element.scrollTop;
  const room = element.clientWidth + (gutter.current?.offsetWidth ?? 0) - LIST_PX;
  const left = `clamp(0px, ${(gutter.current?.offsetWidth ?? 0) + 12 - element.scrollLeft}px + ${before.at(-1)?.length ?? 0}ch, ${Math.max(0, room)}px)`;
  return top > element.clientHeight / 2 ? { left, bottom: element.offsetHeight - top } : { left, top: top + LINE_PX };
}
