import { Link } from "wouter";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { Page } from "../parts/Page";
import { editText as text } from "../text/edit";

type Project = components["schemas"]["Project"];

/** The projects in force, each of which can be read and changed. */
export default function EditPage() {
  const query = queries.useQuery("get", "/api/v1/projects", { params: { query: { limit: 500 } } });
  return (
    <Asked query={query}>
      {(data) => {
        const items = (data.items ?? []) as Project[];
        return (
          <Page title={text.title} lead={text.lead(items.length)}>
            {items.length === 0 ? <Empty /> : <Table projects={items} />}
          </Page>
        );
      }}
    </Asked>
  );
}

function Table({ projects }: { projects: Project[] }) {
  const { columns } = text;
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.has}</th>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.applied}</th>
          <th scope="col">{columns.by}</th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <tr key={project.name}>
            <th scope="row">
              <Link href={`/edit/${encodeURIComponent(project.name)}`}>{project.name}</Link>
            </th>
            <td data-name={columns.has}>{text.has(project.workflows, project.measures, project.outcomes)}</td>
            <td data-name={columns.number}>{project.number}</td>
            <td data-name={columns.applied}>
              <Moment at={project.applied} />
            </td>
            <td data-name={columns.by}>{project.appliedBy}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p>{text.empty}</p>
      <pre>outturn validate FOLDER{"\n"}outturn plan FOLDER{"\n"}outturn apply FOLDER</pre>
    </div>
  );
}
