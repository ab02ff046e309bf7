import { describe, expect, it } from "vitest";
import { unseenState } from "#core/log/fold-card";
import { reviewWith } from "#core/log/random-log";
import { readNote } from "./journal";

const note = {
  drafts: [reviewWith({ id: "one" })],
  changes: [{ card: "card", state: unseenState }],
};

describe("readNote", () => {
  it("reads what was noted down", () => {
    expect(readNote(JSON.stringify(note))).toEqual(note);
  });

  it.each([
    ["struck out meanwhile", null],
    ["half written", JSON.stringify(note).slice(0, 40)],
    ["of nothing", "{}"],
    ["null", "null"],
    ["without entries", JSON.stringify({ ...note, drafts: [] })],
    ["of an entry without an id", JSON.stringify({ ...note, drafts: [{ type: "review", at: 1 }] })],
    ["of a state that is none", JSON.stringify({ ...note, changes: [{ card: "card" }] })],
  ])("takes one %s for none", (_, text) => {
    expect(readNote(text)).toBeNull();
  });
});
