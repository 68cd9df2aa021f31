import { describe, expect, it } from "vitest";
import { ITEM, whereaboutsOf } from "./whereabouts";

/** The cursor is where the text has a bar. */
function at(text: string) {
  const offset = text.indexOf("|");
  return whereaboutsOf(text.replace("|", ""), offset);
}

const nightly = "kind: workflow\nname: nightly\ntasks:\n  load:\n    needs: [extract]\n    ";

describe("where a cursor stands", () => {
  it("is under the keys that are less indented", () => {
    expect(at(`${nightly}ret|`)).toEqual({ kind: "workflow", path: ["tasks", "load"], wants: "key", typed: "ret", from: nightly.length, present: ["needs"] });
    expect(at(`${nightly}onLost: f|`)).toMatchObject({ path: ["tasks", "load", "onLost"], wants: "value", typed: "f" });
    expect(at(`${nightly}\n|`)).toMatchObject({ path: [], present: ["tasks", "name", "kind"] });
  });

  it("is in an item of a list, however far left its dash stands", () => {
    expect(at("kind: workflow\nschedules:\n  - name: x\n    wh|")).toMatchObject({ path: ["schedules", ITEM], wants: "key", present: ["name"] });
    expect(at("kind: workflow\nschedules:\n- name: x\n- c|")).toMatchObject({ path: ["schedules", ITEM], wants: "key", present: [] });
    expect(at("kind: service\noutputs:\n  - name: a\n    serves:\n      - outcome: b\n        |")).toMatchObject({
      path: ["outputs", ITEM, "serves", ITEM],
      present: ["outcome"],
    });
  });

  it("is within braces and brackets that are open", () => {
    expect(at("kind: workflow\nschedules:\n  - {name: x, dst: {gap: s|")).toMatchObject({ path: ["schedules", ITEM, "dst", "gap"], wants: "value", typed: "s" });
    expect(at("kind: workflow\ntasks:\n  a: {run: [x], ret|")).toMatchObject({ path: ["tasks", "a"], wants: "key", present: ["run"] });
    expect(at("kind: outcome\nlevers:\n  - element: people\n    also: [a, |")).toMatchObject({ path: ["levers", ITEM, "also", ITEM], wants: "value", typed: "" });
  });

  it("is in one document of several", () => {
    expect(at("kind: workflow\nname: a\n---\nkind: pool\n|\n---\nkind: lock\n")).toMatchObject({ kind: "pool", path: [], present: ["kind"] });
  });

  it("is nowhere in comments, strings and free text", () => {
    expect(at("kind: workflow # w|")).toBeUndefined();
    expect(at('title: "half {a |')).toBeUndefined();
    expect(at("title: two words and|")).toBeUndefined();
  });
});
