import type { DrawnCard } from "#core/content/draw-card";
import type { ChoiceCard, ClozeCard, ListCard, RecallCard } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import type { Answer } from "#core/grading/types";
import type { Rating } from "#core/log/types";
import { madeNow } from "#core/scheduling/made-queue";
import type { LearningCard } from "#core/scheduling/queue";
import { msPerMinute } from "#core/scheduling/study-day";
import type { CardState, DeviceTime } from "#core/scheduling/types";
import { newSession, type Session, type Stepped } from "./session";
import { showNext } from "./show-next";
import { type SessionEvent, stepSession } from "./step-session";

/** The words in which the tests of a session tell their stories. Minutes count from its start. */

export const start = madeNow.ms;
export const at = (minutes: number): DeviceTime => ({
  ms: start + minutes * msPerMinute,
  utcOffset: 0,
});

const base = {
  concept: "kernel",
  topic: "lxc",
  version: "v1",
  covers: [],
  slides: [36],
  front: "What do containers share?",
  explain: "There is one kernel to a host.",
  sources: [],
};
const recall = (id: string): RecallCard => ({
  ...base,
  id,
  kind: "recall",
  answer: "The kernel.",
});
export const cloze: ClozeCard = {
  ...base,
  id: "cloze",
  kind: "cloze",
  before: "All share one",
  after: ".",
  accept: ["kernel"],
  refuse: [],
  exact: false,
};
export const choice: ChoiceCard = {
  ...base,
  id: "choice",
  kind: "choice",
  options: [
    { text: "The kernel", right: true, why: "There is one." },
    { text: "The image", right: false, why: "Each has its own." },
  ],
};
const list: ListCard = {
  ...base,
  id: "list",
  kind: "list",
  items: [{ text: "a" }, { text: "b" }],
};
const cards = [recall("one"), recall("two"), recall("three"), cloze, choice, list];
export const cardOf = (id: string | undefined): DrawnCard => {
  const card = cards.find((one) => one.id === id);
  if (!card) throw new Error(`No card ${id} in this story`);
  return card;
};

type Plot = { states?: Record<string, CardState>; steps?: LearningCard[] };
export function begin(waiting: string[], { states = {}, steps = [] }: Plot = {}): Session {
  const session = newSession({
    deckVersion: "d1",
    retention: 0.9,
    seed: 7,
    states: new Map(Object.entries(states)),
    waiting,
    steps,
  });
  return showNext(session, at(0));
}

/** Plays events one after another; the last one's effect is what it gives. */
export function play(session: Session, ...events: SessionEvent[]): Stepped {
  let stepped: Stepped = { session, effect: null };
  for (const event of events) stepped = stepSession(stepped.session, event);
  return stepped;
}
export const reveal = (id: string, minutes: number): SessionEvent => ({
  type: "reveal",
  card: cardOf(id),
  now: at(minutes),
});
export const answer = (id: string, given: Answer, minutes = 1): SessionEvent => ({
  type: "answer",
  card: cardOf(id),
  answer: given,
  verdict: gradeAnswer(cardOf(id), given),
  now: at(minutes),
});
export const rate = (id: string, rating: Rating, minutes: number): SessionEvent => ({
  type: "rate",
  card: cardOf(id),
  rating,
  id: `review-${id}-${minutes}`,
  now: at(minutes),
});
export const undo = (minutes: number): SessionEvent => ({
  type: "undo",
  id: `void-${minutes}`,
  now: at(minutes),
});
/** Reveals and rates a recall card. */
export const recalled = (id: string, rating: Rating, minutes: number) => [
  reveal(id, minutes),
  rate(id, rating, minutes),
];
export const shownIn = ({ session }: Stepped) => session.current?.card ?? null;
export function answeredIn({ current }: Session) {
  if (current?.phase !== "answered") throw new Error("No card is answered in this session");
  return current;
}
