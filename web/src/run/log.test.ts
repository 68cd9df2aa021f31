import { describe, expect, it } from "vitest";
import { cut, foundIn, type Line, nextOf, plain, withMore } from "./log";

const line = (text: string): Line => ({ task: "load", item: null, attempt: 1, at: "2026-11-30T06:00:00Z", stream: "out", text });

describe("a log", () => {
  it("is read without the escapes of terminals", () => {
    expect(plain("\u001b[1;31mfailed\u001b[0m at \u001b[2Kline 3")).toBe("failed at line 3");
    expect(plain("\u001b]8;;http://x\u0007here\u001b]8;;\u0007")).toBe("here");
    expect(plain("10 %\r50 %\r100 %")).toBe("100 %");
    expect(plain("a\tb\u0000")).toBe("a\tb");
  });

  it("keeps markup as the text that it is", () => {
    expect(plain("<script>alert(1)</script>")).toBe("<script>alert(1)</script>");
  });

  it("keeps the newest lines", () => {
    const all = withMore([line("1"), line("2")], [line("3")], 2);
    expect(all.map((each) => each.text)).toEqual(["2", "3"]);
  });

  it("finds lines in any case of letters, one after the other and round again", () => {
    const found = foundIn([line("ERROR one"), line("fine"), line("an error")], " error ");
    expect(found).toEqual([0, 2]);
    expect(nextOf(found, 0, 1)).toBe(2);
    expect(nextOf(found, 2, 1)).toBe(0);
    expect(nextOf(found, 0, -1)).toBe(2);
    expect(nextOf([], 0, 1)).toBeUndefined();
    expect(foundIn([line("x")], "")).toEqual([]);
  });

  it("marks what was found", () => {
    expect(cut("an Error, an error", "error")).toEqual(["an ", "Error", ", an ", "error", ""]);
    expect(cut("nothing", "")).toEqual(["nothing"]);
  });
});
