import { type FormEvent, useState } from "react";
import { editText } from "../text/edit";
import { type Drafts, type Fault, type Files, isNewPath, kindOf, pathsOf } from "./drafts";

const text = editText.project;

/** The files of a project, with what was changed and where errors are; and a form for a new one where files are changed here. */
export function FileTree(props: {
  files: Files;
  drafts: Drafts;
  faults: Fault[];
  chosen: string | undefined;
  choose: (path: string) => void;
  create?: (path: string) => void;
}) {
  const { files, drafts, faults, chosen } = props;
  return (
    <nav className="tree" aria-label={text.files}>
      <h2>{text.files}</h2>
      <ul>
        {pathsOf(files, drafts).map((path) => {
          const kind = kindOf(files, drafts, path);
          const errors = faults.filter((each) => each.file === path).length;
          return (
            <li key={path}>
              <button type="button" aria-current={path === chosen ? "true" : undefined} onClick={() => props.choose(path)}>
                <span>{path}</span>
                <span className="small">
                  {errors > 0 && <span className="errors">{text.errorsIn(errors)} </span>}
                  {kind !== "same" && <span className="muted">{text[kind]}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {props.create && <NewFile files={files} drafts={drafts} create={props.create} />}
    </nav>
  );
}

function NewFile({ files, drafts, create }: { files: Files; drafts: Drafts; create: (path: string) => void }) {
  const [path, setPath] = useState("");
  const [bad, setBad] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const ok = isNewPath(files, drafts, path.trim());
    setBad(!ok);
    if (!ok) return;
    create(path.trim());
    setPath("");
  };
  return (
    <details>
      <summary>{text.add}</summary>
      <form onSubmit={send}>
        <label className="field">
          {text.addPath}
          <input value={path} required aria-invalid={bad} onChange={(event) => setPath(event.target.value)} />
        </label>
        {bad && (
          <p role="alert" className="small">
            {text.addBad}
          </p>
        )}
        <button type="submit">{text.create}</button>
      </form>
    </details>
  );
}
