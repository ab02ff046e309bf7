import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitArray } from "./split-array";
import { Unread } from "./unread";

const split = { name: "entries", most: 500 };

/** The value with its items read. */
function read(text: string): unknown {
  const value = splitArray(text, split);
  if (typeof value !== "object" || value === null || !("entries" in value)) return value;
  if (!Array.isArray(value.entries)) return value;
  const items = value.entries.map((item: unknown) => {
    if (!(item instanceof Unread)) return item;
    const found = item.read(1_000_000);
    return found.ok ? found.value : found.reason;
  });
  return { ...value, entries: items };
}

describe("splitArray", () => {
  it("comes to what parsing the whole comes to, whatever stands in it", () => {
    const awkward = fc.constantFrom('"', "\\", '\\"', "[", "]", "{", "}", ",", ":", '"entries":[');
    const text = fc
      .array(fc.oneof(awkward, fc.string()), { maxLength: 5 })
      .map((of) => of.join(""));
    const anything = fc.oneof(fc.jsonValue(), text, fc.array(text, { maxLength: 3 }));
    const body = fc.record({
      account: text,
      before: fc.dictionary(text, anything, { maxKeys: 3 }),
      entries: fc.oneof(fc.array(anything, { maxLength: 8 }), anything),
      after: anything,
    });
    fc.assert(
      fc.property(body, fc.constantFrom(undefined, 1, "\t"), (value, space) => {
        const json = JSON.stringify(value, null, space);
        expect(read(json)).toEqual(JSON.parse(json));
      }),
      { numRuns: 500 },
    );
  });

  it.each(["", "null", "[1,2]", "{", '{"entries":[1,2}', '{"entries":[1]', '{"entries":[1]}}'])(
    "%j is what it is, or nothing",
    (text) => {
      let whole: unknown;
      try {
        whole = JSON.parse(text);
      } catch {
        whole = undefined;
      }
      expect(read(text)).toEqual(whole);
    },
  );

  it("tells of items that are no JSON when they are read, and keeps the others", () => {
    const value = read('{"account":"a","entries":[1,{"a":,},"b"]}');
    expect(value).toEqual({ account: "a", entries: [1, "It is no JSON.", "b"] });
  });

  it("stops at one item too many, and at much that stands beside the items", () => {
    const many = splitArray(`{"entries":[${"{},".repeat(300_000)}{}]}`, split);
    expect(many).toBeUndefined();
    const few = splitArray(`{"entries":[${"{},".repeat(500)}{}]}`, split);
    expect(few).toMatchObject({ entries: { length: 501 } });
    expect(splitArray(`{"other":"${"x".repeat(20_000)}","entries":[]}`, split)).toBeUndefined();
    expect(splitArray(`{"other":[${"1,".repeat(20_000)}1]}`, split)).toBeUndefined();
  });

  it("looks at a long name once, however often a list seems to follow", () => {
    const text = `{"${"a".repeat(500_000)}"${":[],".repeat(130_000)}`;
    expect(splitArray(text, split)).toBeUndefined();
  });

  it("knows its list by an escaped name, and by no name that only ends like it", () => {
    expect(read('{"\\u0065ntries" : [1]}')).toEqual({ entries: [1] });
    expect(read('{"a":"entries","b":[1]}')).toEqual({ a: "entries", b: [1] });
  });

  it("an item that is too long is never parsed, and known by the id that it begins with", () => {
    const item = new Unread(`{"type":"note","id":"abc","text":"${"x".repeat(100)}"}`);
    expect(item.read(100)).toEqual({ ok: false, reason: "It is too long." });
    expect(item.id()).toBe("abc");
    expect(new Unread('{"text":{"id":"abc"}}').id()).toBe("");
  });
});
