import { describe, expect, it } from "vitest";
import { knownState } from "#core/scheduling/made-queue";
import { msPerMinute, studyDayOf } from "#core/scheduling/study-day";
import type { Session } from "./session";
import { showNext } from "./show-next";
import { type SessionEvent, stepSession } from "./step-session";
import {
  answer,
  answeredIn,
  at,
  begin,
  cardOf,
  play,
  rate,
  recalled,
  reveal,
  shownIn,
  start,
  undo,
} from "./study-story";

describe("a learner studies", () => {
  it("reveals, rates, and has the next card at once; the review says all that happened", () => {
    const stepped = play(begin(["one", "two"]), reveal("one", 1), rate("one", "good", 3));
    expect(stepped.session.current).toMatchObject({
      card: "two",
      phase: "asked",
      shownAt: at(3),
    });
    expect(stepped.effect?.draft).toEqual({
      type: "review",
      id: "review-one-3",
      at: at(1).ms,
      card: "one",
      cardVersion: "v1",
      deckVersion: "d1",
      mode: "study",
      quiz: null,
      studyDay: studyDayOf(start, 0),
      utcOffset: 0,
      answer: { kind: "recall" },
      seed: begin(["one"]).current?.seed,
      verdict: null,
      overruled: false,
      confidence: null,
      rating: "good",
      duration: msPerMinute,
    });
  });

  it("is told the time of all of it: to answer, and to read what the back says", () => {
    const { session } = play(begin(["one", "two"]), reveal("one", 1), rate("one", "good", 3));
    expect(session.done.map(({ spent }) => spent)).toEqual([3 * msPerMinute]);
  });

  it("gets what the button showed, however long the answer was looked at", () => {
    const asked = begin(["one"], { states: { one: knownState() } });
    const { session } = play(asked, reveal("one", 1));
    const { outlooks } = answeredIn(session);
    const { session: after, effect } = play(session, rate("one", "good", 2000));
    expect(after.states.get("one")).toBe(outlooks.good.state);
    expect(effect?.state).toBe(outlooks.good.state);
    expect(effect?.draft.at).toBe(at(1).ms);
  });

  it("sees a card in its steps again when its time has come, before the waiting ones", () => {
    const first = play(begin(["one", "two", "three"]), ...recalled("one", "again", 0));
    expect(shownIn(first)).toBe("two");
    expect(shownIn(play(first.session, ...recalled("two", "easy", 2)))).toBe("one");
  });

  it("sees it up to 20 minutes early when nothing else is left, never later ones", () => {
    const left = play(begin(["one"]), ...recalled("one", "good", 0));
    expect(shownIn(left)).toBe("one");
    const far = begin([], { steps: [{ card: "two", due: at(21).ms }] });
    expect(far.current).toBeNull();
    expect(showNext(far, at(1)).current?.card).toBe("two");
  });

  it("is not asked the same card twice running while another comes back as well", () => {
    const steps = [{ card: "two", due: at(15).ms }];
    const { session } = play(begin(["one"], { steps }), ...recalled("one", "again", 0));
    expect(session.current?.card).toBe("two");
  });

  it("finishes: nothing on the screen, and what was done", () => {
    const states = { one: knownState(), two: knownState({ lapses: 7 }) };
    const { session } = play(
      begin(["one", "two", "three"], { states }),
      ...recalled("one", "good", 1),
      ...recalled("two", "again", 2),
      ...recalled("three", "easy", 3),
      ...recalled("two", "good", 13),
    );
    expect(session.current).toBeNull();
    const done = session.done.map((one) => [one.card, one.rating, one.introduced, one.leech]);
    expect(done).toEqual([
      ["one", "good", false, false],
      ["two", "again", false, true],
      ["three", "easy", true, false],
      ["two", "good", false, false],
    ]);
  });

  it("skips a card that cannot be shown, with no review", () => {
    const skipped = play(begin(["one", "two"]), { type: "skip", card: "one", now: at(1) });
    expect(shownIn(skipped)).toBe("two");
    expect(skipped.effect).toBeNull();
    expect(skipped.session.done).toEqual([]);
    expect(skipped.session.skipped).toEqual(["one"]);
  });
});

describe("events that do not fit change nothing", () => {
  const asked = begin(["one", "two"]);
  const answered = play(asked, reveal("one", 1)).session;
  it.each<[string, Session, SessionEvent]>([
    ["a rating before the answer", asked, rate("one", "good", 1)],
    ["a rating of another card", answered, rate("two", "good", 1)],
    ["a second reveal", answered, reveal("one", 2)],
    ["an answer to another card", asked, answer("choice", { kind: "choice", option: 0 })],
    ["an answer after the answer", answered, answer("one", { kind: "recall" })],
    ["overruling where there is no verdict", answered, { type: "overrule", card: cardOf("one") }],
    ["judging what was read", asked, { type: "judge", card: cardOf("one"), now: at(1) }],
    ["skipping an answered card", answered, { type: "skip", card: "one", now: at(1) }],
    ["undo with nothing done", asked, undo(1)],
  ])("%s", (_, session, event) => {
    const stepped = stepSession(session, event);
    expect(stepped.session).toBe(session);
    expect(stepped.effect).toBeNull();
  });
});

describe("clocks", () => {
  it("set back since the last review: the new one is dated just after it", () => {
    const states = { one: knownState({ lastReview: at(30).ms }) };
    const { session } = play(begin(["one"], { states }), reveal("one", 1));
    expect(answeredIn(session).answeredAt).toEqual({ ms: at(30).ms + 1, utcOffset: 0 });
  });

  it("more than a day apart are left alone", () => {
    const states = { one: knownState({ lastReview: start + 2 * 86_400_000 }) };
    const { session } = play(begin(["one"], { states }), reveal("one", 1));
    expect(answeredIn(session).answeredAt).toEqual(at(1));
  });

  it("a page left open counts ten minutes, a clock set back while answering none", () => {
    const duration = (minutes: number) => {
      const { effect } = play(begin(["one"]), ...recalled("one", "good", minutes));
      return effect?.draft.type === "review" ? effect.draft.duration : null;
    };
    expect([duration(700), duration(-5)]).toEqual([10 * msPerMinute, 0]);
  });
});
