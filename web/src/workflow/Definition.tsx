import { workflowText } from "../text/workflow";
import { placed } from "./levels";
import { TaskLevels } from "./TaskLevels";
import type { Workflow } from "./workflow";

const MOST_DRAWN = 80;

/** The tasks as a graph of levels and as a table. */
export function Tasks({ workflow }: { workflow: Workflow }) {
  const text = workflowText.tasks;
  const { tasks } = workflow;
  const places = placed(tasks);
  const levels = Math.max(0, ...places.map((each) => each.level + 1));
  const drawn = tasks.length <= MOST_DRAWN;
  return (
    <section>
      <h2>{text.title}</h2>
      <p className="muted">
        {text.graph(tasks.length, levels)}. {!drawn && text.large}
      </p>
      {drawn && (
        <div className="sideways" tabIndex={0} role="region" aria-label={text.drawn}>
          <TaskLevels tasks={tasks} places={places} />
        </div>
      )}
      <details open={!drawn}>
        <summary>{workflowText.runs.table}</summary>
        <table className="stack">
          <thead>
            <tr>
              <th scope="col">{text.columns.name}</th>
              <th scope="col">{text.columns.does}</th>
              <th scope="col">{text.columns.needs}</th>
              <th scope="col">{text.columns.section}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.name}>
                <th scope="row">{task.name}</th>
                <td data-name={text.columns.does}>{task.does}</td>
                <td data-name={text.columns.needs}>{task.needs.join(", ")}</td>
                <td data-name={text.columns.section} className="muted">
                  {text.sections[task.section] ?? task.section}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

export function Inputs({ workflow }: { workflow: Workflow }) {
  const text = workflowText.inputs;
  return (
    <section>
      <h2>{text.title}</h2>
      {workflow.inputs.length === 0 ? (
        <p className="muted">{text.none}</p>
      ) : (
        <table className="stack">
          <thead>
            <tr>
              <th scope="col">{text.columns.name}</th>
              <th scope="col">{text.columns.type}</th>
              <th scope="col">{text.columns.fallback}</th>
              <th scope="col">{text.columns.choices}</th>
            </tr>
          </thead>
          <tbody>
            {workflow.inputs.map((input) => (
              <tr key={input.name}>
                <th scope="row">
                  {input.name}
                  {input.title && input.title !== input.name && <div className="muted small">{input.title}</div>}
                </th>
                <td data-name={text.columns.type}>{input.type}</td>
                <td data-name={text.columns.fallback}>{input.default === null ? text.required : <code>{JSON.stringify(input.default)}</code>}</td>
                <td data-name={text.columns.choices}>{input.choices.length === 0 ? text.any : input.choices.map(String).join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
