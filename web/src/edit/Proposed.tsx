import type { CSSProperties } from "react";
import { editText } from "../text/edit";
import type { Proposals } from "./useProposals";

const text = editText.proposals;

/** The words that fit, beside the cursor; the keyboard stays in the editor. */
export function Proposed({ id, proposals, style }: { id: string; proposals: Proposals; style: CSSProperties }) {
  const { open, list } = proposals;
  const chosen = open === undefined ? undefined : list[open.chosen];
  return (
    <>
      {open !== undefined && list.length > 0 && (
        <div className="proposed" style={style}>
          <ul id={id} role="listbox" aria-label={text.list}>
            {list.map((each, at) => (
              <li
                key={each.word}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === open.chosen}
                ref={(item) => {
                  if (at === open.chosen) item?.scrollIntoView?.({ block: "nearest" });
                }}
                // The editor keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => proposals.take(at)}
              >
                {each.word}
                {each.needed && <span className="muted small"> {text.needed}</span>}
              </li>
            ))}
          </ul>
          {chosen?.says && <p className="small">{chosen.says}</p>}
        </div>
      )}
      <p className="hidden-text" role="status">
        {open !== undefined && !proposals.waiting && (chosen === undefined ? text.nothing : text.told(list.length, chosen.word, chosen.says))}
      </p>
    </>
  );
}
