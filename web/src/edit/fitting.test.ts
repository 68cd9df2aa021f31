import { describe, expect, it } from "vitest";
import { fittingAt, type Schema } from "./fitting";
import { whereaboutsOf } from "./whereabouts";

const schema: Schema = {
  properties: { kind: { enum: ["workflow", "pool"] } },
  required: ["kind", "name"],
  $defs: {
    pool: { properties: { kind: {}, name: { description: "Its name." }, size: { type: "integer" } }, required: ["name"] },
    workflow: {
      properties: {
        kind: {},
        name: {},
        paused: { type: "boolean" },
        schedules: {
          type: "array",
          items: { properties: { name: {}, onNonWorkingDay: { description: "What then.", enum: ["skip", "next"] } }, required: ["name"] },
        },
        tasks: {
          type: "object",
          additionalProperties: {
            properties: { onLost: { enum: ["retry", "fail"] }, needs: { anyOf: [{ type: "string" }, { items: { enum: ["one", "two"] } }] } },
          },
        },
      },
    },
  },
};

function words(text: string): string[] {
  const where = whereaboutsOf(text.replace("|", ""), text.indexOf("|"));
  return where === undefined ? [] : fittingAt(schema, where).map((each) => each.word);
}

describe("what fits at the cursor", () => {
  it("is the kind of a new document, and then its keys that are not there yet", () => {
    expect(words("|")).toEqual(["kind"]);
    expect(words("kind: |")).toEqual(["workflow", "pool"]);
    expect(words("kind: pool\n|")).toEqual(["name", "size"]);
    expect(words("kind: workflow\nname: x\npau|")).toEqual(["paused"]);
  });

  it("is found through lists, names of one's own and alternatives", () => {
    expect(words("kind: workflow\nschedules:\n  - |")).toEqual(["name", "onNonWorkingDay"]);
    expect(words("kind: workflow\ntasks:\n  load:\n    |")).toEqual(["onLost", "needs"]);
    expect(words("kind: workflow\ntasks:\n  load: {onLost: |")).toEqual(["retry", "fail"]);
    expect(words("kind: workflow\ntasks:\n  load:\n    needs: [|")).toEqual(["one", "two"]);
    expect(words("kind: workflow\npaused: |")).toEqual(["true", "false"]);
  });

  it("comes with what it means, and is written so that one can go on", () => {
    const text = "kind: workflow\n";
    const where = whereaboutsOf(text, text.length);
    const found = where === undefined ? [] : fittingAt(schema, where);
    expect(found.find((each) => each.word === "tasks")?.writes).toBe("tasks:");
    expect(found.find((each) => each.word === "paused")?.writes).toBe("paused: ");
    const inItem = "kind: workflow\nschedules:\n  - on";
    const there = whereaboutsOf(inItem, inItem.length);
    expect(there && fittingAt(schema, there)[0]).toMatchObject({ word: "onNonWorkingDay", says: "What then." });
  });

  it("is nothing where the schema says nothing", () => {
    expect(words("kind: workflow\ntasks:\n  |")).toEqual([]);
    expect(words("kind: nonsense\nname: |")).toEqual([]);
  });
});
