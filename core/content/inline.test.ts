import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInline, type Inline, parseInline, plainText, scanInline } from "./inline";

const span: fc.Arbitrary<Inline> = fc.record({
  mark: fc.constantFrom("text", "code", "em"),
  text: fc.string({ minLength: 1, unit: fc.constantFrom("a", " ", "`", "*", "\\", "é") }),
});
/** Two plain stretches side by side are one. */
const spans = fc
  .array(span)
  .filter((all) => all.every((one, i) => one.mark !== "text" || all[i - 1]?.mark !== "text"));

describe("laws", () => {
  test("spans that are written parse to the same spans", () => {
    fc.assert(
      fc.property(spans, (all) => {
        expect(parseInline(formatInline(all))).toEqual(all);
      }),
    );
  });

  test("a text without marks and backslashes stands for itself", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bare = text.replace(/[`*\\]/g, "");
        expect(plainText(bare)).toBe(bare);
      }),
    );
  });

  test("no text is lost but marks and backslashes", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "b", "`", "*", "\\") }), (text) => {
        const letters = text.replace(/[`*\\]/g, "");
        expect(plainText(text).replace(/[`*\\]/g, "")).toBe(letters);
      }),
    );
  });
});

describe("marks", () => {
  test("code and emphasis are split from text", () => {
    expect(parseInline("run `docker ps`, *not* `ls`")).toEqual([
      { mark: "text", text: "run " },
      { mark: "code", text: "docker ps" },
      { mark: "text", text: ", " },
      { mark: "em", text: "not" },
      { mark: "text", text: " " },
      { mark: "code", text: "ls" },
    ]);
  });

  test("an asterisk inside code is itself", () => {
    expect(parseInline("`*.log`")).toEqual([{ mark: "code", text: "*.log" }]);
  });

  test.each([
    ["\\*", "*"],
    ["\\`x\\`", "`x`"],
    ["C:\\temp", "C:\\temp"],
    ["a\\\\b", "a\\b"],
    ["end\\", "end\\"],
    ["`a\\`b`", "a`b"],
  ])("a backslash keeps a mark: %s", (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test("a mark that is never closed stands for itself", () => {
    expect(parseInline("2 * 3")).toEqual([
      { mark: "text", text: "2 " },
      { mark: "text", text: "* 3" },
    ]);
    expect(scanInline("2 * 3").open).toBe("em");
    expect(plainText("a `b")).toBe("a `b");
  });

  test("an empty text has no spans", () => {
    expect(parseInline("")).toEqual([]);
  });
});
