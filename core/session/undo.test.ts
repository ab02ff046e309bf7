import { describe, expect, it } from "vitest";
import type { MarkChoice } from "#core/log/mark-draft";
import { markedState } from "#core/log/marks";
import type { Mark } from "#core/log/types";
import { knownState, madeNow } from "#core/scheduling/made-queue";
import type { SessionEvent } from "./step-session";
import { answeredIn, at, begin, play, rate, recalled, reveal, shownIn, undo } from "./study-story";
import { trainOf } from "./train";

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

const mark = (card: string, choice: MarkChoice, minutes: number): SessionEvent => ({
  ...{ type: "mark", card, choice, id: `mark-${minutes}`, now: at(minutes) },
});

describe("a mark on the card on the screen", () => {
  const aside: MarkChoice[] = [
    { type: "suspend", suspended: true },
    { type: "bury" },
    { type: "reset" },
    { type: "set-date", dueDay: madeNow.studyDay + 4 },
  ];

  it.each(aside)("$type sets it aside for this session, and undo brings it back", (choice) => {
    const states = { one: knownState() };
    const marked = play(
      begin(["one", "two"], { states }),
      reveal("one", 1),
      mark("one", choice, 2),
    );
    expect(shownIn(marked)).toBe("two");
    const { draft, card, state } = marked.effect ?? {};
    expect(draft).toMatchObject({ ...choice, id: "mark-2", at: at(2).ms, card: "one" });
    const entry = { ...draft, device: "d", sequence: 1 } as Mark;
    expect(state).toEqual({ ...markedState(knownState(), entry), folded: 4 });
    expect(card).toBe("one");
    const undone = play(marked.session, undo(3));
    expect(undone.session.current).toMatchObject({ card: "one", phase: "asked", shownAt: at(3) });
    expect(undone.effect?.draft).toMatchObject({ type: "void", target: "mark-2", card: "one" });
    expect(undone.effect?.state).toEqual({ ...knownState(), folded: 5 });
    expect(undone.session.skipped).toEqual([]);
    expect(trainOf(marked.session).wagons).toHaveLength(2);
  });

  it("a flag or a note leaves it there as it is answered, and the rating keeps both", () => {
    const flagged = play(
      begin(["one", "two"]),
      reveal("one", 1),
      mark("one", { type: "flag", flag: "blue" }, 2),
      mark("one", { type: "note", text: "Mine." }, 3),
    );
    expect(answeredIn(flagged.session)).toMatchObject({ card: "one", answeredAt: at(1) });
    const rated = play(flagged.session, rate("one", "good", 4));
    const marks = { flag: "blue", note: "Mine." };
    expect(rated.effect?.state).toMatchObject({ phase: "learning", folded: 3, marks });
    expect(rated.effect?.state).toEqual(answeredIn(flagged.session).outlooks.good.state);
    const undone = play(flagged.session, undo(5));
    expect(answeredIn(undone.session).outlooks.good.state).toMatchObject({
      ...{ folded: 4, marks: { flag: "blue" } },
    });
    expect(play(undone.session, undo(6)).session.current).toMatchObject({ phase: "answered" });
  });

  it("is passed over where another card is shown", () => {
    const session = begin(["one", "two"]);
    expect(play(session, mark("two", { type: "bury" }, 1))).toEqual({ session, effect: null });
  });

  it("and ratings are taken back one by one, from the end of the session to its first card", () => {
    const over = play(
      begin(["one", "two", "three"]),
      ...recalled("one", "easy", 1),
      mark("two", { type: "suspend", suspended: true }, 2),
      ...recalled("three", "easy", 3),
    );
    expect(over.session.current).toBeNull();
    const targets: unknown[] = [];
    let { session } = over;
    for (const minutes of [4, 5, 6]) {
      const back = play(session, undo(minutes));
      targets.push(back.effect && "target" in back.effect.draft && back.effect.draft.target);
      session = back.session;
    }
    expect(targets).toEqual(["review-three-3", "mark-2", "review-one-1"]);
    expect(session.current?.card).toBe("one");
    expect(session.waiting).toEqual(["two", "three"]);
    const phases = [...session.states.values()].map(({ phase, marks }) => [phase, marks]);
    expect(phases).toEqual(Array(3).fill(["new", undefined]));
  });
});

describe("a mark where no card is on the screen", () => {
  it("is taken of any card, leaves the end of the session there, and is taken back first", () => {
    const over = play(
      begin(["one", "two"]),
      ...recalled("one", "easy", 1),
      ...recalled("two", "easy", 2),
    );
    const marked = play(over.session, mark("one", { type: "suspend", suspended: true }, 3));
    expect(marked.session.current).toBeNull();
    expect(marked.effect?.state).toMatchObject({ reps: 1, folded: 2, marks: { suspended: true } });
    const undone = play(marked.session, undo(4));
    expect(undone.session.current).toBeNull();
    expect(undone.effect?.draft).toMatchObject({ target: "mark-3" });
    expect(undone.session.done).toHaveLength(2);
    expect(shownIn(play(undone.session, undo(5)))).toBe("two");
  });
});
