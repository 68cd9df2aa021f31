import { workflowText } from "../text/workflow";
import type { Placed } from "./levels";
import type { Workflow } from "./workflow";

const WIDE = 168;
const HIGH = 40;
const ACROSS = 216;
const DOWN = 54;
const LETTERS = 23;

/** The tasks as boxes, from left to right, each joined to those that it needs. The table beside it says the same. */
export function TaskLevels({ tasks, places }: { tasks: Workflow["tasks"]; places: Placed[] }) {
  const at = new Map(places.map((each) => [each.name, { x: 2 + each.level * ACROSS, y: 2 + each.row * DOWN }]));
  const width = Math.max(0, ...places.map((each) => each.level)) * ACROSS + WIDE + 4;
  const height = Math.max(0, ...places.map((each) => each.row)) * DOWN + HIGH + 4;
  return (
    <svg className="levels" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={workflowText.tasks.drawn}>
      {tasks.flatMap((task) =>
        task.needs.map((need) => {
          const from = at.get(need);
          const to = at.get(task.name);
          if (!from || !to) return null;
          const [x1, y1, x2, y2] = [from.x + WIDE, from.y + HIGH / 2, to.x, to.y + HIGH / 2];
          const bend = (ACROSS - WIDE) / 2;
          return <path key={`${need}>${task.name}`} className="edge" d={`M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`} />;
        }),
      )}
      {tasks.map((task) => {
        const place = at.get(task.name);
        if (!place) return null;
        return (
          <g key={task.name} transform={`translate(${place.x} ${place.y})`}>
            <title>{`${task.name}: ${task.does}`}</title>
            <rect className={task.section === "tasks" ? "node" : "node handler"} width={WIDE} height={HIGH} rx="6" />
            <text x="10" y="17">
              {task.name.length > LETTERS ? `${task.name.slice(0, LETTERS - 1)}…` : task.name}
            </text>
            <text className="does" x="10" y="32">
              {task.section === "tasks" ? task.does : `${task.does}, ${task.section}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
