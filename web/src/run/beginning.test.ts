import { describe, expect, it } from "vitest";
import { beginningOf, type Box } from "./beginning";

const size = { width: 168, height: 44 };
const phone = { width: 326, height: 286 };
const desk = { width: 590, height: 370 };

/** Tasks one behind the other, each in the state given. */
const chain = (...states: string[]): Box[] => states.map((state, at) => ({ x: at * 224, y: 0, chosen: false, states: [state] }));
const nine = (state: string, at: number) => chain(...Array.from({ length: 9 }, (_, each) => (each === at ? state : "waiting")));

/** Where on the screen a box stands from its left to its right edge. */
function seen(boxes: Box[], at: number, frame: { width: number; height: number }) {
  const { x, zoom } = beginningOf(boxes, size, frame);
  const left = x + (boxes[at]?.x ?? NaN) * zoom;
  return { left, right: left + size.width * zoom, middle: left + (size.width * zoom) / 2 };
}

describe("the beginning of a graph", () => {
  it("is the whole drawing in the middle of the frame, where it can be read", () => {
    expect(beginningOf(chain("succeeded", "running"), size, desk)).toEqual({ x: 99, y: 163, zoom: 1 });
    const three = beginningOf(chain("succeeded", "running", "waiting"), size, { width: 500, height: 370 });
    expect(three.zoom).toBeCloseTo(476 / 616);
    expect(three.x).toBeCloseTo(12);
  });

  it("can always be read", () => {
    expect(beginningOf(nine("running", 4), size, phone).zoom).toBe(0.7);
    const high = Array.from({ length: 40 }, (_, at) => ({ x: 0, y: at * 58, chosen: false, states: ["waiting"] }));
    expect(beginningOf(high, size, desk).zoom).toBe(0.7);
  });

  it.each(["failed", "running", "ready"])("has in the middle what is %s, where the whole cannot be read", (state) => {
    for (const frame of [phone, desk]) expect(seen(nine(state, 4), 4, frame).middle).toBeCloseTo(frame.width / 2);
  });

  it("has in sight any one task where something is going on", () => {
    for (const frame of [phone, desk]) {
      for (let at = 0; at < 9; at++) {
        const { left, right } = seen(nine("running", at), at, frame);
        expect(left).toBeGreaterThanOrEqual(11.99);
        expect(right).toBeLessThanOrEqual(frame.width - 11.99);
      }
    }
  });

  it("prefers the chosen task, then a failed one, to those that run", () => {
    const states = chain("succeeded", "ready", "running", "waiting", "failed", "waiting", "skipped", "waiting", "waiting");
    expect(seen(states, 4, phone).middle).toBeCloseTo(163);
    const chosen = states.map((box, at) => ({ ...box, chosen: at === 6 }));
    expect(seen(chosen, 6, phone).middle).toBeCloseTo(163);
  });

  it("is the start of the graph, where nothing is going on", () => {
    for (const state of ["succeeded", "waiting"]) expect(seen(nine(state, 0), 0, phone).left).toBe(12);
  });

  it("wastes no room beyond the last task, and shows a low drawing in its whole height", () => {
    expect(seen(nine("failed", 8), 8, desk).right).toBeCloseTo(590 - 12);
    expect(beginningOf(nine("failed", 8), size, desk).y).toBeCloseTo((370 - 44 * 0.7) / 2);
  });

  it("looks for what goes on in all tasks that a box stands for", () => {
    const levels = nine("waiting", 0).map((box, at) => ({ ...box, states: at === 5 ? ["succeeded", "failed"] : ["waiting"] }));
    expect(seen(levels, 5, phone).middle).toBeCloseTo(163);
  });

  it("is there for a graph without tasks too", () => {
    expect(beginningOf([], size, desk)).toEqual({ x: 211, y: 163, zoom: 1 });
  });
});
