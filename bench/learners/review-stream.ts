import { randomUUID } from "node:crypto";
import { type DrawnCard, drawCard } from "#core/content/draw-card";
import type { Card } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import { rightAnswer } from "#core/grading/right-answer";
import type { Answer } from "#core/grading/types";
import type { Rating, Review } from "#core/log/types";
import { randomFrom } from "#core/random";
import { buildQueue, inTurn } from "#core/scheduling/queue";
import { defaultSettings } from "#core/scheduling/settings";
import { momentOf, msPerDay } from "#core/scheduling/study-day";
import type { CardState } from "#core/scheduling/types";
import { newSession, type Session } from "#core/session/session";
import { showNext } from "#core/session/show-next";
import { ratingsFor, stepSession } from "#core/session/step-session";

export type StreamDeck = { version: string; cards: readonly Card[] };

type Learner = {
  deck: StreamDeck;
  device: string;
  seed: number;
  /** The learner's first morning, milliseconds since 1970. */
  from: number;
};

type Deal = { cards: ReadonlyMap<string, Card>; random: () => number };

/** Share of cards that are known when they are asked. */
const known = 0.85;
/** From seeing a card to answering it, milliseconds: this, and up to twice as much more. */
const quickest = 4_000;
const newPerDay = 20;

/**
 * The reviews that one learner's device would send, without end: day after day what is due and some
 * new cards, through the session that the browser runs, answered right or not.
 */
export function* reviewStream({ deck, device, seed, from }: Learner): Generator<Review> {
  const deal = {
    cards: new Map(deck.cards.map((card) => [card.id, card])),
    random: randomFrom(seed),
  };
  let states: ReadonlyMap<string, CardState> = new Map();
  let sequence = 0;
  for (let morning = from; ; morning += msPerDay) {
    let session = sessionOf({ deck, states, seed, ms: morning });
    let ms = morning;
    while (session.current) {
      ms += Math.round(quickest * (1 + 2 * deal.random()));
      const { after, review } = answerCurrent(session, deal, ms);
      sequence += 1;
      yield { ...review, device, sequence };
      session = after;
    }
    states = session.states;
  }
}

type Day = { deck: StreamDeck; states: ReadonlyMap<string, CardState>; seed: number; ms: number };

function sessionOf({ deck, states, seed, ms }: Day): Session {
  const now = { ms, utcOffset: 0 };
  const queue = buildQueue({
    cards: deck.cards,
    states,
    counts: { newDone: 0, reviewsDone: 0 },
    settings: { ...defaultSettings, newPerDay },
    now: momentOf(now),
  });
  const session = newSession({
    deckVersion: deck.version,
    retention: defaultSettings.desiredRetention,
    seed,
    states,
    waiting: inTurn(queue),
    steps: queue.learning,
  });
  return showNext(session, now);
}

function answerCurrent(session: Session, { cards, random }: Deal, ms: number) {
  const found = cards.get(session.current?.card ?? "");
  const card = found && drawCard(found, session.current?.seed ?? 0);
  if (!card) throw new Error(`The session shows no card of the deck: ${session.current?.card}`);
  const isKnown = random() < known;
  const now = { ms, utcOffset: 0 };
  const answer = answerOf(card, isKnown);
  const asked =
    answer === null
      ? stepSession(session, { type: "reveal", card, now })
      : stepSession(session, {
          type: "answer",
          card,
          answer,
          verdict: gradeAnswer(card, answer),
          now,
        });
  const { current } = asked.session;
  if (current?.phase !== "answered") throw new Error(`Card ${card.id} took no answer.`);
  const { allowed } = ratingsFor(current);
  const rating = chosen(isKnown ? allowed.filter((one) => one !== "again") : ["again"], random);
  const rated = stepSession(asked.session, { type: "rate", card, rating, id: randomUUID(), now });
  if (rated.effect?.draft.type !== "review") throw new Error(`Card ${card.id} took no rating.`);
  return { after: rated.session, review: rated.effect.draft };
}

/** Null where the learner alone judges. */
function answerOf(card: DrawnCard, isKnown: boolean): Answer | null {
  if (card.kind === "recall") return null;
  return isKnown ? rightAnswer(card) : { kind: "none", asked: card.kind };
}

/** Mostly good, as learners rate. */
function chosen(allowed: readonly Rating[], random: () => number): Rating {
  const any = allowed[Math.floor(random() * allowed.length)] ?? "again";
  return allowed.includes("good") && random() < 0.7 ? "good" : any;
}
