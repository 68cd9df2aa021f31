import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link, useParams } from "wouter";
import { queries } from "../api/client";
import { textOf } from "../api/files";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { momentOf } from "../parts/time";
import { editText } from "../text/edit";
import { Diff } from "../workflow/Diff";
import { type Drafts, type Fault, type Files, keepDrafts, keptDrafts, type Loaded, withText } from "./drafts";
import { Editor, type Spot } from "./Editor";
import { FileTree } from "./FileTree";
import { KeptElsewhere } from "./KeptElsewhere";
import { Putting } from "./Putting";
import { useChosen } from "./useChosen";
import "../workflow/workflow.css";
import "./edit.css";

const text = editText.project;

/** The files of a project: read, changed, checked and put in force. The file that is open is in the address. */
export default function ProjectPage() {
  const name = useParams<{ project: string }>().project;
  // What somebody edits does not change under his hands: it is read again only when he asks.
  const query = queries.useQuery(
    "get",
    "/api/v1/projects/{name}/files",
    { params: { path: { name } } },
    { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false },
  );
  return (
    <Asked query={query} title={name} lines={14}>
      {(loaded) =>
        loaded.repository ? (
          <KeptElsewhere loaded={loaded} repository={loaded.repository} />
        ) : (
          <Workbench key={name} loaded={loaded} reload={() => void query.refetch()} />
        )
      }
    </Asked>
  );
}

function Workbench({ loaded, reload }: { loaded: Loaded; reload: () => void }) {
  const [drafts, setDrafts] = useState<Drafts>(() => keptDrafts(loaded.project, loaded.number));
  const [faults, setFaults] = useState<Fault[]>([]);
  const [spot, setSpot] = useState<Spot>();
  const known = useQueryClient();
  const [chosen, choose] = useChosen(loaded.files);
  useEffect(() => keepDrafts(loaded.project, loaded.number, drafts), [loaded, drafts]);
  useWarning(Object.keys(drafts).length > 0);
  const change = (path: string, value: string | null) => setDrafts(withText(loaded.files, drafts, path, value));
  const show = (fault: Fault) => {
    choose(fault.file);
    setSpot({ line: fault.line, column: fault.column });
  };
  return (
    <Page
      title={loaded.project}
      lead={text.lead(loaded.number, momentOf(loaded.applied), loaded.appliedBy, Object.keys(drafts).length)}
      tools={
        <Link className="button" href="/edit">
          {text.all}
        </Link>
      }
    >
      <p className="muted small">{text.git}</p>
      <div className="workbench">
        <FileTree
          files={loaded.files}
          drafts={drafts}
          faults={faults}
          chosen={chosen}
          choose={choose}
          create={(path) => {
            change(path, "");
            choose(path);
          }}
        />
        <div>
          {chosen === undefined ? (
            <p className="empty">{text.none}</p>
          ) : (
            <OneFile path={chosen} files={loaded.files} drafts={drafts} faults={faults} spot={spot} change={change} />
          )}
          <Putting
            loaded={loaded}
            drafts={drafts}
            faults={faults}
            setFaults={setFaults}
            show={show}
            reload={reload}
            applied={() => {
              setDrafts({});
              reload();
              void known.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== "/api/v1/projects/{name}/files" });
            }}
          />
        </div>
      </div>
    </Page>
  );
}

function OneFile(props: {
  path: string;
  files: Files;
  drafts: Drafts;
  faults: Fault[];
  spot: Spot | undefined;
  change: (path: string, value: string | null) => void;
}) {
  const { path, files, drafts } = props;
  const given = files[path];
  const before = given === undefined ? "" : textOf(given);
  const draft = drafts[path];
  const now = draft === undefined ? before : draft;
  const differs = path in drafts;
  return (
    <>
      <h2 className="small">
        <code>{path}</code>
      </h2>
      {draft === null ? (
        <p className="note">{text.gone}</p>
      ) : now === null ? (
        <p className="note">{text.binary}</p>
      ) : (
        <Editor
          key={path}
          path={path}
          text={now}
          faults={props.faults.filter((each) => each.file === path)}
          spot={props.spot}
          change={(value) => props.change(path, value)}
        />
      )}
      <div className="row edit-bar">
        {differs && (
          <button type="button" onClick={() => props.change(path, before === null || given === undefined ? null : before)}>
            {text.restore}
          </button>
        )}
        {draft !== null && given !== undefined && (
          <button type="button" onClick={() => props.change(path, null)}>
            {text.remove}
          </button>
        )}
      </div>
      {differs && before !== null && (
        <details>
          <summary>{editText.check.lines}</summary>
          <Diff before={before} after={draft ?? ""} />
        </details>
      )}
    </>
  );
}

/** The browser asks before a page with changes is left. */
function useWarning(changed: boolean) {
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [changed]);
}
