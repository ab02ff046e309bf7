import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratings } from "#core/log/types";
import { answersToGo } from "#core/scheduling/fsrs";
import { knownState } from "#core/scheduling/made-queue";
import type { Session } from "./session";
import { at, begin, cardOf, play, rate, recalled, reveal, undo } from "./study-story";
import { shareDone, trainOf } from "./train";

const loads = (session: Session) =>
  trainOf(session).wagons.map(({ card, place, load }) => `${card} ${place} ${load.toFixed(2)}`);

describe("the train", () => {
  it("loads half a wagon with a new card's first good answer, all of it with the second", () => {
    const asked = begin(["one", "two"]);
    expect(loads(asked)).toEqual(["one current 0.00", "two ahead 0.00"]);
    expect(trainOf(asked)).toMatchObject({ met: 1, done: 0, toGo: 4 });
    const once = play(asked, ...recalled("one", "good", 0)).session;
    expect(loads(once)).toEqual(["one ahead 0.50", "two current 0.00"]);
    expect(trainOf(once)).toMatchObject({ met: 2, done: 0, toGo: 3 });
    const both = play(once, ...recalled("two", "good", 1)).session;
    expect(loads(both)).toEqual(["one current 0.50", "two ahead 0.50"]);
    expect(trainOf(both)).toMatchObject({ met: 2, done: 0, toGo: 2 });
    const end = play(both, ...recalled("one", "good", 11), ...recalled("two", "good", 12)).session;
    expect(loads(end)).toEqual(["one done 1.00", "two done 1.00"]);
    expect(trainOf(end)).toMatchObject({ met: 2, done: 2, toGo: 0 });
  });

  it("says what is left honestly: a missed card has both its steps before it again", () => {
    const once = play(begin(["one"]), ...recalled("one", "good", 0)).session;
    const missed = play(once, ...recalled("one", "again", 10)).session;
    expect(trainOf(missed)).toMatchObject({ met: 1, done: 0, toGo: 2 });
    expect(loads(missed)).toEqual(["one current 0.67"]);
  });

  it("is done with a known card at once", () => {
    const session = begin(["one", "two"], { states: { one: knownState() } });
    expect(trainOf(session).toGo).toBe(3);
    const { session: rated } = play(session, ...recalled("one", "good", 1));
    expect(loads(rated)).toEqual(["one done 1.00", "two current 0.00"]);
  });

  it("has no more to do with a card that was put off", () => {
    const skip = { type: "skip", card: "one", now: at(1) } as const;
    const { session } = play(begin(["one", "two"]), skip);
    expect(loads(session)).toEqual(["one done 1.00", "two current 0.00"]);
  });
});

it("answersToGo is how often good is to be answered until the card is in review", () => {
  for (const first of ratings) {
    let { session } = play(begin(["one"]), ...recalled("one", first, 0));
    for (let minutes = 10; session.current; minutes += 10) {
      const state = session.states.get("one");
      if (!state) throw new Error("The card was rated");
      const toGo = answersToGo(state);
      session = play(session, ...recalled("one", "good", minutes)).session;
      expect(toGo === 1).toBe(session.current === null);
    }
  }
});

const ids = ["one", "two", "three"];
const key = fc.record({
  does: fc.constantFrom("rate", "rate", "rate", "rate", "undo", "skip"),
  rating: fc.constantFrom(...ratings),
  minutes: fc.integer({ min: 0, max: 30 }),
});
const known = fc.dictionary(fc.constantFrom(...ids), fc.constant(knownState()));

describe("laws of progress", () => {
  it("goes on with each answer, never back but by undo, and is full exactly at the end", () => {
    fc.assert(
      fc.property(known, fc.array(key, { maxLength: 60 }), (states, keys) => {
        let session = begin(ids, { states });
        let minutes = 0;
        for (const { does, rating, ...pause } of keys) {
          minutes += pause.minutes;
          const before = session;
          session = pressed(session, { does, rating, minutes });
          const [was, is] = [shareDone(before), shareDone(session)];
          const answered = session.done.length > before.done.length;
          if (answered) expect(is).toBeGreaterThan(was);
          else if (does !== "undo") expect(is).toBeGreaterThanOrEqual(was);
          expect(is === 1).toBe(session.current === null);
          expect(
            trainOf(session)
              .wagons.map(({ card }) => card)
              .sort(),
          ).toEqual([...ids].sort());
        }
      }),
    );
  });

  it("comes back to where it was with undo", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ratings), { maxLength: 20 }), (given) => {
        let session = begin(ids);
        const trains = [trainOf(session)];
        for (const [place, rating] of given.entries()) {
          if (!session.current) break;
          session = pressed(session, { does: "rate", rating, minutes: place });
          trains.push(trainOf(session));
        }
        for (const train of trains.toReversed()) {
          expect(trainOf(session)).toEqual(train);
          session = play(session, undo(1_000)).session;
        }
      }),
    );
  });
});

type Press = { does: string; rating: (typeof ratings)[number]; minutes: number };

function pressed(session: Session, { does, rating, minutes }: Press): Session {
  const card = session.current?.card;
  if (does === "undo") return play(session, undo(minutes)).session;
  if (card === undefined) return session;
  if (does === "skip") return play(session, { type: "skip", card, now: at(minutes) }).session;
  return play(session, reveal(cardOf(card).id, minutes), rate(card, rating, minutes)).session;
}
