import { type ReactNode, useEffect } from "react";
import { words } from "../text/words";

/** What every page begins with: its title, in the tab as on the paper, and what can be done here. */
export function Page(props: { title: string; lead?: ReactNode; tools?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${props.title} · ${words.product}`;
  }, [props.title]);
  return (
    <>
      <div className="row spread">
        <h1>{props.title}</h1>
        {props.tools && <div className="row">{props.tools}</div>}
      </div>
      {props.lead && <p className="lead">{props.lead}</p>}
      {props.children}
    </>
  );
}
