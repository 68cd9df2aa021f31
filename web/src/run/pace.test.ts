import { expect, it, vi } from "vitest";
import { paced } from "./pace";

it("calls at once, then once for all that comes within the wait", () => {
  vi.useFakeTimers();
  try {
    const call = vi.fn();
    const pace = paced(call, () => 1_000, () => Date.now());
    for (let at = 0; at < 50; at++) pace.ask();
    expect(call).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(999);
    expect(call).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(call).toHaveBeenCalledTimes(2);
    pace.ask();
    pace.stop();
    vi.advanceTimersByTime(5_000);
    expect(call).toHaveBeenCalledTimes(2);
  } finally {
    vi.useRealTimers();
  }
});
