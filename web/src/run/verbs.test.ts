import { describe, expect, it } from "vitest";
import { isGrave, keyOf, nameOf, offered, saysOf, type Way } from "./verbs";

const way = (verb: string, extent: string | null = null): Way => ({ verb, extent });
const failed = [way("rerun", "failed"), way("rerun", "all"), way("force-failure")];

describe("the verbs of an operator", () => {
  it("are those that the server says, and none for who may only look", () => {
    expect(offered(failed, "viewer")).toEqual({ first: [], more: [] });
    expect(offered(failed, undefined)).toEqual({ first: [], more: [] });
    const { first, more } = offered(failed, "operator");
    expect([...first, ...more].map(keyOf).sort()).toEqual(["force-failure", "rerun all", "rerun failed"]);
  });

  it("have in sight what lets the run go on", () => {
    expect(offered(failed, "admin").first.map(keyOf)).toEqual(["rerun failed"]);
    const running = [way("hold"), way("kill"), way("cancel"), way("release"), way("skip")];
    expect(offered(running, "operator").first.map(keyOf)).toEqual(["release", "skip", "hold"]);
    expect(offered(running, "operator").more.map(keyOf)).toEqual(["kill", "cancel"]);
  });

  it("each have a name and a sentence that says what they do", () => {
    const all = ["hold", "release", "skip", "force-success", "force-failure", "cancel", "kill", "run-now", "bypass", "prioritise"].map((verb) => way(verb));
    const reruns = ["this", "from-here", "failed", "all"].map((extent) => way("rerun", extent));
    for (const each of [...all, ...reruns]) {
      expect(nameOf(each)).not.toBe(keyOf(each));
      expect(saysOf(each)).toMatch(/\.$/);
    }
  });

  it("look grave when they end or override work", () => {
    expect(isGrave(way("kill"))).toBe(true);
    expect(isGrave(way("rerun", "failed"))).toBe(false);
  });
});
