import { expect, test } from "vitest";
import { sentencesOf, type WhatIf } from "./difference";

const nothing: WhatIf = { from: "", to: "", differences: [], shorter: [], delays: [], withoutHistory: [], leftOut: 0 };
const delay = (endsNow: string | null, endsThen: string | null): WhatIf["delays"][number] => ({
  workflow: "w", schedule: "s", due: "2026-11-30T02:00:00Z", endsNow, endsThen, waitsSeconds: 0, why: null,
});

test("no difference is said too", () => {
  expect(sentencesOf(nothing)).toEqual(["Nothing would be different."]);
});

test("starts and ends are counted", () => {
  const line = { count: 2 } as WhatIf["differences"][number]["line"];
  const said = sentencesOf({
    ...nothing,
    differences: [{ change: "gone", line, why: null }],
    delays: [delay("2026-11-30T02:10:00Z", "2026-11-30T02:22:00Z"), delay("2026-11-30T02:10:00Z", null)],
    withoutHistory: ["new-one"],
  });
  expect(said).toEqual([
    "2 starts would be gone; 1 run would end later, by up to 12 min; 1 run would not end.",
    "No run tells how long these take, so they are not in the estimate: new-one.",
  ]);
});

test("a workflow that lacks a task is shorter", () => {
  const said = sentencesOf({ ...nothing, shorter: [{ workflow: "close", without: ["tax"], typical: null, savedSeconds: 90 }] });
  expect(said).toEqual(["close without tax would be 1 min 30 s shorter at the median."]);
  const none = sentencesOf({ ...nothing, shorter: [{ workflow: "close", without: ["tax"], typical: null, savedSeconds: 0 }] });
  expect(none).toEqual(["close without tax would be no shorter at the median."]);
});
