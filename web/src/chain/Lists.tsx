import { Link } from "wouter";
import type { components } from "../api/schema";
import { chainText as text } from "../text/chain";
import { anchorOf, onwardOf } from "./onward";

type ValueMap = components["schemas"]["ValueMap"];
type Node = ValueMap["nodes"][number];

const KINDS = ["lever", "output", "outcome", "benefit", "objective"] as const;

/** The map for those who read it, or have it read to them. */
export function Lists({ map }: { map: ValueMap }) {
  const onward = onwardOf(map);
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{text.lists}</h2>
      <div className="columns">
        {KINDS.map((kind) => {
          const own = map.nodes.filter((each) => each.kind === kind);
          if (own.length === 0) return null;
          return (
            <div key={kind}>
              <h3>{text.kinds[kind]}</h3>
              <ul className="chain">
                {own.map((node) => (
                  <li key={node.id} id={anchorOf(node.id)}>
                    <Name node={node} />
                    <Note node={node} />
                    {(onward.get(node.id) ?? []).map((each) => (
                      <div key={each.to.id} className="small">
                        {text.leadsTo} <a href={`#${anchorOf(each.to.id)}`}>{each.to.title}</a>
                        {each.sentence && `: ${each.sentence}`}
                      </div>
                    ))}
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Name({ node }: { node: Node }) {
  if (node.kind !== "outcome") return <strong>{node.title}</strong>;
  return <Link href={`/outcomes/${encodeURIComponent(node.name)}`}>{node.title}</Link>;
}

function Note({ node }: { node: Node }) {
  const notes = [node.known.element, node.note, node.known.measured ? null : text.notMeasured].filter(Boolean);
  if (notes.length === 0) return null;
  return <span className="muted small"> {notes.join(", ")}</span>;
}
