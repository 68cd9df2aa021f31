import { describe, expect, it } from "vitest";
import { lengthOf, momentOf, spanOf } from "./time";

describe("times", () => {
  const now = new Date("2026-11-29T12:00:00Z");

  it("says only what is needed of a moment", () => {
    expect(momentOf("2026-11-29T08:05:00Z", now, "UTC")).toBe("08:05");
    expect(momentOf("2026-11-27T08:05:00Z", now, "UTC")).toBe("Fri 08:05");
    expect(momentOf("2026-01-02T08:05:00Z", now, "UTC")).toBe("2 Jan 2026, 08:05");
  });

  it("says a moment in the zone of a schedule", () => {
    expect(momentOf("2026-11-29T23:30:00Z", new Date("2026-11-29T23:00:00Z"), "Asia/Tokyo")).toBe("08:30");
  });

  it("says a length in its two largest units", () => {
    expect(lengthOf(0.66)).toBe("0.7 s");
    expect(lengthOf(61)).toBe("1 min 1 s");
    expect(lengthOf(3_600)).toBe("1 h");
    expect(lengthOf(93_784)).toBe("1 d 2 h");
  });

  it("never says less than nothing", () => {
    expect(spanOf("2026-11-29T12:00:01Z", null, now)).toBe("0.0 s");
  });
});
