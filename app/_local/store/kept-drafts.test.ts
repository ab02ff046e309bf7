import { describe, expect, it } from "vitest";
import { readDraft } from "./kept-drafts";

const draft = { card: "a", answer: { kind: "text", text: "dock" }, at: 5, duration: 3 };

describe("an answer in the making", () => {
  it("is read as it was kept", () => {
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  });

  it.each([
    null,
    "",
    "{",
    "[]",
    JSON.stringify({ ...draft, at: null }),
    JSON.stringify({ ...draft, answer: { kind: "text" } }),
    JSON.stringify({ ...draft, answer: { kind: "race", text: "" } }),
    JSON.stringify({ ...draft, card: 7 }),
    JSON.stringify({ ...draft, asked: 7 }),
  ])("is none where %j was kept", (text) => {
    expect(readDraft(text)).toBeNull();
  });
});
