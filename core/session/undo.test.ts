import { describe, expect, it } from "vitest";
import { knownState } from "#core/scheduling/made-queue";
import { at, begin, play, recalled, shownIn, undo } from "./study-story";

describe("undo", () => {
  it("brings the card back as it was before it was answered, and voids its review", () => {
    const states = { one: knownState() };
    const rated = play(begin(["one", "two"], { states }), ...recalled("one", "again", 1));
    const undone = play(rated.session, undo(2));
    expect(undone.session.current).toMatchObject({ card: "one", phase: "asked", shownAt: at(2) });
    expect(undone.effect?.draft).toEqual({
      type: "void",
      id: "void-2",
      at: at(2).ms,
      target: "review-one-1",
      card: "one",
    });
    expect(undone.effect?.state).toEqual({ ...knownState(), folded: 5 });
    expect(undone.session.done).toEqual([]);
    expect(undone.session.waiting).toEqual(["two"]);
    expect(undone.session.steps).toEqual([]);
  });

  it("goes back one rating at a time, to the first", () => {
    const rated = play(
      begin(["one", "two"]),
      ...recalled("one", "good", 1),
      ...recalled("two", "easy", 2),
    );
    const once = play(rated.session, undo(3));
    const twice = play(once.session, undo(4));
    expect([shownIn(once), shownIn(twice)]).toEqual(["two", "one"]);
    expect(play(twice.session, undo(5))).toEqual({ session: twice.session, effect: null });
    const folded = [...twice.session.states.values()].map((state) => state.folded);
    expect(folded).toEqual([2, 2]);
  });

  it("works at the end of a session too", () => {
    const over = play(begin(["one"]), ...recalled("one", "easy", 1));
    expect(over.session.current).toBeNull();
    expect(shownIn(play(over.session, undo(2)))).toBe("one");
  });

  it("reaches back a hundred ratings and does not keep more than two hundred", () => {
    let session = begin(["one"]);
    for (let i = 1; i <= 450; i++) {
      session = play(session, ...recalled("one", "again", i)).session;
    }
    let back = 0;
    for (let past = session.past; past; past = past.past) back++;
    expect(back).toBeGreaterThanOrEqual(100);
    expect(back).toBeLessThanOrEqual(200);
  });
});
