import { describe, expect, it } from "vitest";
import type { StudyIndex } from "#core/content/types";
import type { Review } from "#core/log/types";
import { knownState, madeNow } from "#core/scheduling/made-queue";
import { defaultSettings } from "#core/scheduling/settings";
import type { CardState, Settings } from "#core/scheduling/types";
import type { Done } from "./session";
import { showNext } from "./show-next";
import { type Start, startSession } from "./start-session";

/** Two topics of 15 cards each, taken in turns by the one road, the second first by the other. */
const cards = Array.from({ length: 30 }, (_, i) => ({
  id: `card${i}`,
  kind: "recall" as const,
  topic: i % 2 === 0 ? "even" : "odd",
  concept: `c${i}`,
  version: "1",
}));
const odd = cards.filter(({ topic }) => topic === "odd").map(({ concept }) => concept);
const index: StudyIndex = {
  version: "1",
  topics: [],
  concepts: cards.map(({ concept, topic }) => ({ id: concept, topic, title: concept, needs: [] })),
  cards,
  parts: {},
  roads: [
    { id: "talk", title: "", about: "", cards: [], lead: [] },
    { id: "other", title: "", about: "", cards: ["card29"], lead: odd },
  ],
  words: new Map(),
};
const now = { ms: madeNow.ms, utcOffset: 0 };

function reviewedToday(card: string): Review {
  return { type: "review", id: card, card, studyDay: madeNow.studyDay, mode: "study" } as Review;
}

type Given = Partial<Start> & { states?: Record<string, CardState>; settings?: Partial<Settings> };

function begun({ states = {}, settings = {}, ...rest }: Given) {
  const known = new Map(Object.entries(states));
  const today = [...known].filter(([, state]) => state.phase === "review" && state.reps === 1);
  const learner = {
    states: known,
    settings: { ...defaultSettings, ...settings },
    recent: today.map(([card]) => reviewedToday(card)),
  };
  const { session, beyond } = startSession({
    ...{ index, learner, more: 0, topic: null, earlier: null, now },
    ...rest,
  });
  const shown = session.current ? [session.current.card, ...session.waiting] : [];
  return { shown, beyond };
}

/** Met today for the first time, and not due any more. */
const doneToday = (ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, knownState({ reps: 1, dueDay: madeNow.studyDay + 3 })]));
const evenIds = cards.filter(({ topic }) => topic === "even").map(({ id }) => id);

describe("a session", () => {
  it("meets new cards in the order of the learner's road, as many as the day has", () => {
    expect(begun({}).shown).toEqual(cards.slice(0, 10).map(({ id }) => id));
    const { shown } = begun({ settings: { road: "other" } });
    expect(shown.slice(0, 3)).toEqual(["card29", "card1", "card3"]);
    expect(shown).toHaveLength(10);
  });

  it("keeps every state when the road is changed on the way", () => {
    const states = doneToday(["card0", "card2", "card29"]);
    const { shown } = begun({ states, settings: { road: "other", newPerDay: 20 } });
    expect(shown).not.toContain("card29");
    expect(shown[0]).toBe("card1");
  });

  it("has nothing left once the day's new cards are done", () => {
    expect(begun({ states: doneToday(evenIds.slice(0, 10)) })).toEqual({
      shown: [],
      beyond: false,
    });
  });
});

describe("a session of one topic", () => {
  it("stays within the day as long as that has room", () => {
    const { shown, beyond } = begun({ topic: "odd", states: doneToday(evenIds.slice(0, 4)) });
    expect(shown).toHaveLength(6);
    expect(beyond).toBe(false);
  });

  it("begins the topic once the day's new cards are done, and says that this is beyond the day", () => {
    const { shown, beyond } = begun({ topic: "odd", states: doneToday(evenIds.slice(0, 10)) });
    expect(shown).toEqual(
      cards
        .filter(({ topic }) => topic === "odd")
        .slice(0, 10)
        .map(({ id }) => id),
    );
    expect(beyond).toBe(true);
  });

  it("begins it for whoever has set no new cards a day, too", () => {
    const { shown, beyond } = begun({ topic: "odd", settings: { newPerDay: 0 } });
    expect(shown).toHaveLength(10);
    expect(beyond).toBe(true);
  });

  it("reviews what is due in it though the day's reviews are done", () => {
    const states = { card1: knownState(), card3: knownState() };
    const { shown, beyond } = begun({
      topic: "odd",
      states,
      settings: { reviewsPerDay: 0, newPerDay: 0 },
    });
    expect(shown).toEqual(expect.arrayContaining(["card1", "card3"]));
    expect(beyond).toBe(true);
  });

  it("has nothing where all of it is known and none of it is due", () => {
    const states = doneToday(evenIds);
    expect(begun({ topic: "even", states })).toEqual({ shown: [], beyond: false });
  });
});

describe("a session within minutes", () => {
  const words = new Map(cards.map(({ id }) => [id, { ask: 43, tell: 86 }]));
  const timed = { ...index, words };
  const settings = { minutesPerDay: 5 };

  it("has what fits, new cards at the length that these have", () => {
    // A new card takes 72 seconds: four are not five minutes yet, so a fifth comes.
    expect(begun({ index: timed, settings }).shown).toHaveLength(5);
    expect(begun({ index: timed, settings, pace: 2 }).shown).toHaveLength(3);
  });

  it("ends when the time is over, and has more where more is asked for", () => {
    const recent = [{ ...reviewedToday("card0"), at: madeNow.ms, duration: 299_999 }];
    const states = new Map(Object.entries(doneToday(["card0"])));
    const learner = { states, settings: { ...defaultSettings, ...settings }, recent };
    const day = { index: timed, learner, topic: null, earlier: null, now };
    const { session } = startSession({ ...day, more: 0 });
    expect(session.current?.card).toBe("card1");
    expect(showNext({ ...session, done: [spent(1)] }, now).current).toBeNull();
    expect(startSession({ ...day, more: 10 }).session.budget).toBeNull();
  });
});

const spent = (ms: number): Done => ({
  ...{ review: "r", card: "card1", rating: "good", spent: ms, introduced: true, leech: false },
});
