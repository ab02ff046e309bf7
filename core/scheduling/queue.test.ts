import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retrievability } from "./fsrs";
import { knownState, madeNow, madeQueue } from "./made-queue";
import { nextDue } from "./next-due";
import { buildQueue, inTurn, interleave } from "./queue";
import { defaultSettings } from "./settings";
import { msPerMinute } from "./study-day";
import type { CardState } from "./types";

const now = madeNow;
const today = now.studyDay;

const missedNew: CardState = { phase: "new", missed: true, folded: 1 };

const anyState: fc.Arbitrary<CardState> = fc.oneof(
  fc.record({ phase: fc.constant("new" as const), missed: fc.boolean(), folded: fc.nat(3) }),
  fc
    .record({
      phase: fc.constantFrom("learning" as const, "review" as const, "relearning" as const),
      stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
      ahead: fc.integer({ min: -30, max: 5 }),
      lastDay: fc.integer({ min: today - 90, max: today }),
      missed: fc.boolean(),
    })
    .map(({ ahead, ...rest }) =>
      knownState({ ...rest, dueDay: today + ahead, due: now.ms + ahead * 9 * msPerMinute }),
    ),
);
const anyInput = fc
  .record({
    states: fc.dictionary(fc.constantFrom(..."abcdefghijklmnop"), anyState),
    counts: fc.record({ newDone: fc.nat(12), reviewsDone: fc.nat(12) }),
    settings: fc.record({ newPerDay: fc.nat(12), reviewsPerDay: fc.nat(12) }),
  })
  .map(({ states, ...rest }) => madeQueue("abcdefghijklmn", states, rest));

describe("laws of the queue", () => {
  it("holds cards of the deck only, each once, within the day's limits but for missed ones", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const queue = buildQueue(input);
        const { missed, due, learning, fresh } = queue;
        const all = [...inTurn(queue), ...learning.map(({ card }) => card)];
        expect(new Set(all).size).toBe(all.length);
        expect(all).toHaveLength(missed.length + due.length + learning.length + fresh.length);
        for (const card of all) expect("abcdefghijklmn").toContain(card);
        const { counts, settings, states } = input;
        const isNew = (card: string) => states.get(card)?.phase === "new";
        const newMissed = missed.filter(isNew).length + counts.newDone;
        const otherMissed = missed.length - missed.filter(isNew).length + counts.reviewsDone;
        expect(due.length + otherMissed).toBeLessThanOrEqual(
          Math.max(settings.reviewsPerDay, otherMissed),
        );
        expect(fresh.length + newMissed).toBeLessThanOrEqual(
          Math.max(settings.newPerDay, newMissed),
        );
      }),
    );
  });

  it("has every card missed in a quiz, before all others, whatever the limits", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const queue = buildQueue(input);
        const isMissed = (card: string) => input.states.get(card)?.missed === true;
        const inSteps = new Map(queue.learning.map(({ card, due }) => [card, due]));
        for (const { id } of input.cards.filter((card) => isMissed(card.id))) {
          expect(queue.missed.includes(id) || Number(inSteps.get(id)) <= now.ms).toBe(true);
        }
        expect(inTurn(queue).filter(isMissed)).toEqual(queue.missed);
        expect(inTurn(queue).slice(0, queue.missed.length)).toEqual(queue.missed);
      }),
    );
  });

  it("asks those first that are least likely to be recalled", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { missed, due } = buildQueue(input);
        const recall = (card: string) => {
          const state = input.states.get(card);
          return state && retrievability(state, now);
        };
        const known = missed.filter((card) => input.states.get(card)?.phase !== "new");
        for (const worth of [known.map(recall), due.map(recall)]) {
          expect(worth).toEqual([...worth].sort((a, b) => Number(a) - Number(b)));
        }
      }),
    );
  });

  it("something comes now if and only if the queue has it now", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { missed, due, learning, fresh } = buildQueue(input);
        const ready = learning.filter((l) => l.due <= now.ms);
        const open = missed.length + due.length + fresh.length + ready.length;
        const next = nextDue(input);
        expect(next?.when === "now" ? next.cards : 0).toBe(open);
        if (next?.when === "today") expect(next.due).toBeGreaterThan(now.ms);
        if (next?.when === "day") expect(next.studyDay).toBeGreaterThan(today);
      }),
    );
  });

  it("mixing keeps both orders, and never two of the rarer side by side", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (many, few) => {
        const reviews = Array.from({ length: Math.max(many, few) }, (_, i) => `r${i}`);
        const fresh = Array.from({ length: Math.min(many, few) }, (_, i) => `n${i}`);
        for (const mixed of [interleave(reviews, fresh), interleave(fresh, reviews)]) {
          expect(mixed.filter((card) => card.startsWith("r"))).toEqual(reviews);
          expect(mixed.filter((card) => card.startsWith("n"))).toEqual(fresh);
          expect(mixed.join(" ")).not.toMatch(/n\d+ n/);
        }
      }),
    );
  });
});

describe("buildQueue", () => {
  it("takes new cards in teaching order, those missed in a quiz first", () => {
    const settings = { ...defaultSettings, newPerDay: 4 };
    const input = madeQueue("abcdef", { d: missedNew, f: missedNew }, { settings });
    expect(buildQueue(input)).toMatchObject({ missed: ["d", "f"], fresh: ["a", "b"] });
  });

  it("brings missed cards when the day's limits are reached, and takes them from what is left", () => {
    const states = {
      a: missedNew,
      c: knownState({ missed: true, dueDay: today + 9 }),
      d: knownState(),
    };
    const settings = { newPerDay: 2, reviewsPerDay: 1 };
    const queueAt = (done: number) => {
      const counts = { newDone: done, reviewsDone: done };
      return buildQueue(madeQueue("abcdef", states, { settings, counts }));
    };
    const none = { due: [], learning: [], later: ["d"] };
    expect(queueAt(0)).toEqual({ missed: ["c", "a"], ...none, fresh: [] });
    expect(queueAt(9)).toEqual({ missed: ["c", "a"], ...none, fresh: [] });
  });

  it("takes a review from the morning of its day on, whatever the hour it was studied at", () => {
    const evening = now.ms + 13 * 3_600_000;
    const states = {
      a: knownState({ due: evening }),
      b: knownState({ dueDay: today + 1, due: now.ms }),
    };
    expect(buildQueue(madeQueue("ab", states)).due).toEqual(["a"]);
  });

  it("asks what is further past its interval first: a day late matters more to the short one", () => {
    const states = {
      a: knownState({ stability: 100, lastDay: today - 105 }),
      b: knownState({ stability: 2, lastDay: today - 3 }),
    };
    expect(buildQueue(madeQueue("ab", states)).due).toEqual(["b", "a"]);
  });

  it("orders like cards differently from day to day, and the same all day", () => {
    const letters = "abcdefgh";
    const states = Object.fromEntries([...letters].map((id) => [id, knownState({ stability: 5 })]));
    const morning = buildQueue(madeQueue(letters, states)).due;
    const evening = { ...now, ms: now.ms + 36e6 };
    const tomorrow = { ...now, studyDay: today + 1 };
    expect(buildQueue(madeQueue(letters, states, { now: evening })).due).toEqual(morning);
    expect(buildQueue(madeQueue(letters, states, { now: tomorrow })).due).not.toEqual(morning);
    expect(morning.join("")).not.toBe(letters);
  });

  it("brings a known card that was missed in a quiz now, in steps or not", () => {
    const later = now.ms + 8 * msPerMinute;
    const states = {
      a: knownState({ missed: true, dueDay: today + 9 }),
      b: knownState({ missed: true, phase: "relearning", due: later }),
      c: knownState({ phase: "relearning", due: later - 1 }),
    };
    expect(buildQueue(madeQueue("abc", states))).toEqual({
      missed: ["a"],
      due: [],
      learning: [
        { card: "b", due: now.ms },
        { card: "c", due: later - 1 },
      ],
      fresh: [],
      later: [],
    });
  });

  it("leaves out retired cards", () => {
    expect(buildQueue(madeQueue("", { a: knownState(), b: missedNew }))).toEqual({
      missed: [],
      due: [],
      learning: [],
      fresh: [],
      later: [],
    });
  });

  it("gives what is left of the day's limits, and nothing when they are passed", () => {
    const states = { a: knownState(), b: knownState() };
    const settings = { newPerDay: 2, reviewsPerDay: 2 };
    const lengths = (newDone: number, reviewsDone: number) => {
      const counts = { newDone, reviewsDone };
      const queue = buildQueue(madeQueue("abxyz", states, { settings, counts }));
      return [queue.due.length, queue.fresh.length, queue.later.length];
    };
    expect([lengths(0, 0), lengths(1, 0), lengths(2, 0), lengths(9, 0)]).toEqual([
      [2, 2, 0],
      [2, 1, 0],
      [2, 0, 0],
      [2, 0, 0],
    ]);
    // What is left over presses, and new cards rest for it.
    expect([lengths(0, 1), lengths(0, 2), lengths(0, 9)]).toEqual([
      [1, 0, 1],
      [0, 0, 2],
      [0, 0, 2],
    ]);
  });

  it("brings new cards to whoever allows no reviews on any day", () => {
    const settings = { newPerDay: 2, reviewsPerDay: 0 };
    const queue = buildQueue(madeQueue("abxyz", { a: knownState() }, { settings }));
    expect(queue).toMatchObject({ due: [], fresh: ["b", "x"], later: ["a"] });
  });
});

describe("interleave", () => {
  it("spreads new cards evenly", () => {
    expect(interleave([..."rrrrrr"], [..."nn"]).join("")).toBe("rrnrrrnr");
    expect(interleave([..."rrr"], []).join("")).toBe("rrr");
    expect(interleave([], [..."nn"]).join("")).toBe("nn");
    expect(interleave([], [])).toEqual([]);
  });
});
