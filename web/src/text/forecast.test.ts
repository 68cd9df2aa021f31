import { expect, it } from "vitest";
import { forecastText } from "./forecast";

const became = forecastText.run.became;

it("says first what became of a deadline", () => {
  expect(became("kept", -3_000, true)).toBe("kept, 50 min before the deadline");
  expect(became("failed", -3_000, true)).toBe("failed, 50 min before the deadline");
  expect(became("failed", 720, true)).toBe("failed, 12 min after the deadline");
  expect(became("skipped", -3_000, false)).toBe("skipped, 50 min before the deadline");
  expect(became("cancelled", -3_000, true)).toBe("cancelled; what was done of it ended 50 min before the deadline");
  expect(became("cancelled", -3_000, false)).toBe("cancelled, 50 min before the deadline");
  expect(became("cancelled", null, false)).toBe("cancelled before it began");
});

it("tells less than a minute in seconds, and else the minutes to which the parts add up", () => {
  expect(became("missed", 20, true)).toBe("missed, 20 s late");
  expect(became("kept", -20, true)).toBe("kept, 20 s before the deadline");
  expect(became("missed", 740, true)).toBe("missed, 12 min late");
});
