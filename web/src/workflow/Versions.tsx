import { useState } from "react";
import { queries } from "../api/client";
import { textOf } from "../api/files";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { workflowText } from "../text/workflow";
import { Diff } from "./Diff";

const text = workflowText.versions;

/** The versions in which its file changed, each of which can be compared with the one before. */
export function Versions({ name }: { name: string }) {
  const query = queries.useQuery("get", "/api/v1/workflows/{name}/versions", { params: { path: { name } } });
  const [chosen, setChosen] = useState<number>();
  return (
    <section>
      <h2>{text.title}</h2>
      <Asked query={query} lines={3}>
        {({ project, file, items }) => {
          const at = items.findIndex((each) => each.number === chosen);
          const before = at < 0 ? undefined : items[at + 1];
          return (
            <>
              <p className="muted">{items.length === 0 ? text.none : file ? text.file(file) : text.ofProject}</p>
              {items.length > 0 && (
                <table className="stack">
                  <thead>
                    <tr>
                      <th scope="col">{text.columns.number}</th>
                      <th scope="col">{text.columns.applied}</th>
                      <th scope="col">{text.columns.by}</th>
                      <td />
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((each, place) => (
                      <tr key={each.number}>
                        <th scope="row">{each.number}</th>
                        <td data-name={text.columns.applied}>
                          <Moment at={each.applied} />
                        </td>
                        <td data-name={text.columns.by}>{each.appliedBy}</td>
                        <td>
                          {place === items.length - 1 ? (
                            <span className="muted">{text.first}</span>
                          ) : (
                            file && (
                              <button type="button" aria-pressed={chosen === each.number} onClick={() => setChosen(chosen === each.number ? undefined : each.number)}>
                                {text.compare}
                              </button>
                            )
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
              {file && chosen !== undefined && before && <Compared project={project} file={file} from={before.number} to={chosen} />}
            </>
          );
        }}
      </Asked>
    </section>
  );
}

function Compared({ project, file, from, to }: { project: string; file: string; from: number; to: number }) {
  const path = { name: project };
  const older = queries.useQuery("get", "/api/v1/projects/{name}/files", { params: { path, query: { number: from, path: file } } });
  const newer = queries.useQuery("get", "/api/v1/projects/{name}/files", { params: { path, query: { number: to, path: file } } });
  return (
    <>
      <h3>{text.diff(from, to)}</h3>
      <Asked query={older} lines={4}>
        {(before) => (
          <Asked query={newer} lines={4}>
            {(after) => <Diff before={textOf(before.files[file] ?? "") ?? ""} after={textOf(after.files[file] ?? "") ?? ""} />}
          </Asked>
        )}
      </Asked>
    </>
  );
}
