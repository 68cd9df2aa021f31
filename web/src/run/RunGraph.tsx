import { Background, Controls, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { memo, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { State } from "../parts/State";
import { words } from "../text/words";
import { runText as text } from "../text/run";
import { beginningOf, type Box, type Viewport } from "./beginning";
import { aroundOf, type Counted, foldedOf, MOST_DRAWN } from "./fold";
import { layoutOf } from "./layout";
import type { TaskBrief } from "./useRun";

const SPACING = { width: 168, height: 44, across: 56, down: 14 };
/** Told beforehand, so that the library need not draw every task once only to measure it. */
const BOX = {
  width: SPACING.width,
  height: SPACING.height,
  measured: { width: SPACING.width, height: SPACING.height },
  handles: [
    { type: "target" as const, position: Position.Left, x: 0, y: SPACING.height / 2 },
    { type: "source" as const, position: Position.Right, x: SPACING.width, y: SPACING.height / 2 },
  ],
};
const STEPS = 2;
const MOST_AROUND = 200;

type View = "all" | "levels" | "around";
type TaskNode = Node<{ task: TaskBrief; chosen: boolean }, "task">;
type LevelNode = Node<{ level: number; counted: Counted }, "level">;
type DrawnNode = TaskNode | LevelNode;
interface Drawn {
  nodes: DrawnNode[];
  edges: Edge[];
}

const nodeTypes = { task: memo(DrawnTask), level: memo(DrawnLevel) };

interface Props {
  tasks: TaskBrief[];
  chosen: string | null;
  choose: (name: string | null) => void;
}

/** The tasks and what they need; of very many first the levels, then what stands around one. */
export default function RunGraph({ tasks, chosen, choose }: Props) {
  const large = tasks.length > MOST_DRAWN;
  const [asked, setView] = useState<View | null>(null);
  const [, setSearch] = useSearchParams();
  const view: View = asked ?? (large ? (chosen === null ? "levels" : "around") : "all");
  const shown = useMemo(() => {
    if (view === "around" && chosen !== null) return aroundOf(tasks, chosen, STEPS, MOST_AROUND);
    return view === "levels" ? [] : tasks;
  }, [tasks, view, chosen]);
  const names = shown.map((task) => task.name).join("\n");
  // Where tasks stand depends on what they need, which does not change while the run goes on.
  const layout = useMemo(() => layoutOf(shown, SPACING), [names]);
  const drawn = useMemo((): Drawn => {
    if (view === "levels") return levelsDrawn(tasks);
    const byName = new Map(shown.map((task) => [task.name, task]));
    const nodes = layout.nodes.flatMap((placed) => {
      const task = byName.get(placed.name);
      return task ? [nodeOf(task, placed.x, placed.y, task.name === chosen)] : [];
    });
    return { nodes, edges: layout.edges.map(({ from, to }) => edgeOf(from, to, chosen)) };
  }, [view, tasks, shown, layout, chosen]);
  const take = (node: DrawnNode) => {
    if (node.type === "task") choose(node.id);
    else setSearch((old) => withLevel(old, (node as LevelNode).data.level), { replace: true });
  };
  return (
    <>
      {(large || asked !== null) && <Views view={view} large={large} chosen={chosen} set={setView} />}
      <Drawing key={view + (view === "around" ? chosen : "")} {...drawn} label={text.graphOf(tasks.length)} take={take} />
      <p className="muted small">{text.graphHelp}</p>
    </>
  );
}

/** How it begins follows from the room that it has. Later only the reader moves it: to move by itself would take his place away. */
function Drawing(props: Drawn & { label: string; take: (node: DrawnNode) => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const [begin, setBegin] = useState<Viewport | null>(null);
  // Measured before anything is painted, so that nothing jumps.
  useLayoutEffect(() => {
    if (frame.current === null) return;
    const room = { width: frame.current.clientWidth, height: frame.current.clientHeight };
    setBegin(beginningOf(props.nodes.map(boxOf), SPACING, room));
  }, []);
  return (
    <div className="graph" role="group" aria-label={props.label} ref={frame}>
      {begin !== null && (
        <ReactFlow
          attributionPosition="bottom-left"
          nodes={props.nodes}
          edges={props.edges}
          nodeTypes={nodeTypes}
          onNodeClick={(_, node) => props.take(node)}
          onlyRenderVisibleElements
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          preventScrolling={false}
          zoomOnScroll={false}
          panOnScroll={false}
          minZoom={0.05}
          maxZoom={1.5}
          defaultViewport={begin}
        >
          <Background gap={28} size={1} color="var(--rule)" />
          <Controls showInteractive={false} position="bottom-right" />
        </ReactFlow>
      )}
    </div>
  );
}

function boxOf({ position, data }: DrawnNode): Box {
  if ("task" in data) return { ...position, chosen: data.chosen, states: [data.task.state] };
  return { ...position, chosen: false, states: Object.keys(data.counted.byState) };
}

function Views(props: { view: View; large: boolean; chosen: string | null; set: (view: View) => void }) {
  const views: View[] = props.chosen === null ? ["levels", "all"] : ["levels", "around", "all"];
  return (
    <div className="row views" role="group" aria-label={text.graphViews}>
      {views.map((each) => (
        <button key={each} type="button" className="plain" aria-pressed={each === props.view} onClick={() => props.set(each)}>
          {text.views[each]}
        </button>
      ))}
    </div>
  );
}

function nodeOf(task: TaskBrief, x: number, y: number, chosen: boolean): TaskNode {
  return { id: task.name, type: "task", position: { x, y }, ...BOX, data: { task, chosen } };
}

function edgeOf(source: string, target: string, chosen: string | null): Edge {
  const edge = { id: `${source}>${target}`, source, target };
  return source === chosen || target === chosen ? { ...edge, className: "chosen", zIndex: 1 } : edge;
}

function levelsDrawn(tasks: TaskBrief[]): Drawn {
  const levels = foldedOf(tasks);
  const nodes = levels.map(
    (counted, level): LevelNode => ({
      id: `level-${level}`,
      type: "level",
      // In columns of ten, so that a deep graph stays in sight.
      position: { x: Math.floor(level / 10) * (SPACING.width + SPACING.across), y: (level % 10) * (SPACING.height + SPACING.down) },
      ...BOX,
      data: { level, counted },
    }),
  );
  return { nodes, edges: [] };
}

function withLevel(search: URLSearchParams, level: number): URLSearchParams {
  search.set("level", String(level + 1));
  return search;
}

function DrawnTask({ data }: NodeProps<TaskNode>) {
  const { task } = data;
  const items = task.items ? ` ${task.items.ended}/${task.items.total}` : "";
  return (
    <div className={`graph-node ${task.state}${data.chosen ? " chosen" : ""}${task.section ? " handler" : ""}`} title={task.reason?.text ?? task.name}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <span className="name">{task.name}</span>
      <State state={task.state} says={(words.states[task.state] ?? task.state) + items} />
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

function DrawnLevel({ data }: NodeProps<LevelNode>) {
  const { byState, total } = data.counted;
  const parts = Object.entries(byState);
  const says = parts.map(([state, count]) => `${count} ${words.states[state] ?? state}`).join(", ");
  return (
    <div className="graph-node level" title={says}>
      <span className="name">{text.level(data.level)}</span>
      <span className="muted small">{text.tasksOf(total)}</span>
      <span className="shares" role="img" aria-label={says}>
        {parts.map(([state, count]) => (
          <i key={state} className={`run-bar ${state}`} style={{ flexGrow: count }} />
        ))}
      </span>
    </div>
  );
}
