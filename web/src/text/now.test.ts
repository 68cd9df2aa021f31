import { expect, it } from "vitest";
import { standing } from "./now";

it("says in one sentence whether tonight's work is all right", () => {
  expect(standing({ failed: 0, late: 0, waiting: 0, running: 3 })).toBe("All is well: 3 runs are at work, nothing failed, nothing is late.");
  expect(standing({ failed: 1, late: 0, waiting: 0, running: 0 })).toBe("One run failed and was not made good; nothing runs.");
  expect(standing({ failed: 2, late: 1, waiting: 1, running: 1 })).toBe(
    "2 runs failed and were not made good, one run is past its deadline and one run waits for something; one run is at work.",
  );
});
