import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleCard } from "#core/content/sample-card";
import type { RecallCard } from "#core/content/types";
import { foldLog } from "#core/log/fold-log";
import { randomLog } from "#core/log/random-log";
import { type Entry, ratings } from "#core/log/types";
import { shuffled } from "#core/random";
import { buildQueue, inTurn } from "#core/scheduling/queue";
import { defaultSettings } from "#core/scheduling/settings";
import { momentOf, msPerMinute } from "#core/scheduling/study-day";
import type { DeviceTime } from "#core/scheduling/types";
import { newSession, type Session } from "./session";
import { showNext } from "./show-next";
import { stepSession } from "./step-session";

const letters = [..."abcdefgh"];
const cardOf = (id: string): RecallCard => ({
  ...sampleCard,
  id,
  kind: "recall",
  answer: "!",
});

/** Minutes from one key to the next; a clock may be set back a little. */
const key = fc.record({
  does: fc.constantFrom("rate", "rate", "rate", "undo", "skip"),
  rating: fc.constantFrom(...ratings),
  minutes: fc.integer({ min: -30, max: 60 }),
});
const stories = fc.record({
  before: fc.record({ seed: fc.nat(), length: fc.nat(30) }),
  keys: fc.array(key, { maxLength: 40 }),
  seed: fc.nat(),
});
type Story = typeof stories extends fc.Arbitrary<infer T> ? T : never;

function open(before: readonly Entry[], now: DeviceTime, cards: readonly string[]): Session {
  const { states } = foldLog(before, 0.9);
  const queue = buildQueue({
    cards: cards.map((id) => ({ id })),
    states,
    counts: { newDone: 0, reviewsDone: 0 },
    settings: { ...defaultSettings, newPerDay: cards.length },
    now: momentOf(now),
  });
  const waiting = inTurn(queue);
  const session = newSession({
    deckVersion: "d",
    retention: 0.9,
    seed: 1,
    states,
    waiting,
    steps: queue.learning,
  });
  return showNext(session, now);
}

/** Presses the keys; gives every session on the way and the log with what they left behind. */
function press({ before, keys }: Story) {
  const log = randomLog({ ...before, cards: letters.slice(0, 5) });
  const last = log.reduce((ms, entry) => Math.max(ms, entry.at), 0);
  const start = Math.max(last, Date.UTC(2026, 0, 6)) + 1;
  let now: DeviceTime = { ms: start, utcOffset: 60 };
  let session = open(log, now, letters);
  const sessions = [session];
  const entries = [...log];
  keys.forEach(({ does, rating, minutes }, i) => {
    // Set back, but not to before the session: the time of a quiz's answer to a new card is in no
    // state, so that such a clock shows only in the next fold.
    now = { ...now, ms: Math.max(start, now.ms + minutes * msPerMinute) };
    const card = cardOf(session.current?.card ?? "none");
    const id = `s${i}`;
    if (does === "rate") ({ session } = stepSession(session, { type: "reveal", card, now }));
    const event =
      does === "skip"
        ? ({ type: "skip", card: card.id, now } as const)
        : ({ type: does, card, rating, id, now } as const);
    const stepped = stepSession(session, event);
    session = stepped.session;
    sessions.push(session);
    if (stepped.effect) {
      entries.push({ ...stepped.effect.draft, device: "here", sequence: i + 1 });
      expect(session.states.get(stepped.effect.card)).toEqual(stepped.effect.state);
    }
  });
  return { session, sessions, entries };
}

describe("laws of the session", () => {
  it("its states are the fold of the log that it wrote, undo included", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { session, entries } = press(story);
        expect(session.states).toEqual(foldLog(shuffled(entries, story.seed), 0.9).states);
      }),
      { numRuns: 300 },
    );
  });

  it("no card is in two places, and none comes from nowhere", () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { current, waiting, steps } of press(story).sessions) {
          const places = [...waiting, ...steps.map(({ card }) => card)];
          if (current) places.push(current.card);
          expect(new Set(places).size).toBe(places.length);
          for (const card of places) expect(letters).toContain(card);
        }
      }),
    );
  });

  it("a session never changes once made", () => {
    const frozen = (session: Session) =>
      JSON.stringify({ ...session, states: [...session.states], past: null });
    fc.assert(
      fc.property(stories, (story) => {
        const { sessions } = press(story);
        const before = sessions.map(frozen);
        const [first] = sessions;
        if (first) stepSession(first, { type: "skip", card: "a", now: { ms: 0, utcOffset: 0 } });
        expect(sessions.map(frozen)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});
