import { Link } from "wouter";
import { textOf } from "../api/files";
import { Page } from "../parts/Page";
import { momentOf } from "../parts/time";
import { editText } from "../text/edit";
import type { Loaded } from "./drafts";
import { FileTree } from "./FileTree";
import { useChosen } from "./useChosen";

const text = editText.kept;

/** The files of a project that are kept under version control: shown as they are in force, and changed there. */
export function KeptElsewhere({ loaded, repository }: { loaded: Loaded; repository: string }) {
  const [chosen, choose] = useChosen(loaded.files);
  const bytes = chosen === undefined ? undefined : loaded.files[chosen];
  return (
    <Page
      title={loaded.project}
      lead={text.lead(loaded.number, momentOf(loaded.applied), loaded.appliedBy)}
      tools={
        <Link className="button" href="/edit">
          {editText.project.all}
        </Link>
      }
    >
      <p className="note">
        {text.where} <a href={repository}>{repository}</a>
        {text.change} <code>outturn apply</code>.
      </p>
      <div className="workbench">
        <FileTree files={loaded.files} drafts={{}} faults={[]} chosen={chosen} choose={choose} />
        <div>
          {chosen !== undefined && (
            <h2 className="small">
              <code>{chosen}</code>
            </h2>
          )}
          {bytes === undefined ? (
            <p className="empty">{editText.project.none}</p>
          ) : (
            // It scrolls, so that it has to be reached by the keyboard.
            <pre tabIndex={0} aria-label={chosen}>
              {textOf(bytes) ?? text.binary}
            </pre>
          )}
        </div>
      </div>
    </Page>
  );
}
