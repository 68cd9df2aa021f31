export interface Size {
  width: number;
  height: number;
}

/** A box of the drawing at its left upper corner, and the states of the tasks that it stands for. */
export interface Box {
  x: number;
  y: number;
  chosen: boolean;
  states: readonly string[];
}

/** How the drawing lies in its frame: moved so far, in pixels of the screen, after it was scaled. */
export interface Viewport {
  x: number;
  y: number;
  zoom: number;
}

/** Drawn smaller than that, the names in the boxes cannot be read. */
const READABLE = 0.7;
const LARGEST = 1;
const MARGIN = 12;
/** Where something is going on, the most urgent first. */
const GOING_ON = ["failed", "running", "ready"];

/**
 * How the drawing of a graph begins: as a whole, if that can be read; else with the box in the middle that the reader came
 * for. No room is wasted beyond the ends of the drawing.
 */
export function beginningOf(boxes: readonly Box[], size: Size, frame: Size): Viewport {
  const width = boxes.reduce((most, box) => Math.max(most, box.x), 0) + size.width;
  const height = boxes.reduce((most, box) => Math.max(most, box.y), 0) + size.height;
  const whole = Math.min((frame.width - 2 * MARGIN) / width, (frame.height - 2 * MARGIN) / height);
  const zoom = Math.min(LARGEST, Math.max(READABLE, whole));
  const { x, y } = cameFor(boxes) ?? { x: 0, y: 0 };
  return {
    x: startOf(width * zoom, frame.width, (x + size.width / 2) * zoom),
    y: startOf(height * zoom, frame.height, (y + size.height / 2) * zoom),
    zoom,
  };
}

/** The chosen box, else one where something is going on, else the first. */
function cameFor(boxes: readonly Box[]): Box | undefined {
  const goingOn = GOING_ON.map((state) => boxes.find((box) => box.states.includes(state)));
  return [boxes.find((box) => box.chosen), ...goingOn, boxes[0]].find((box) => box !== undefined);
}

/** Where so long a drawing begins in so long a frame: in its middle, or with this place of it as near the middle as can be. */
function startOf(length: number, frame: number, place: number): number {
  const free = frame - length;
  if (free >= 2 * MARGIN) return free / 2;
  return Math.min(MARGIN, Math.max(free - MARGIN, frame / 2 - place));
}
