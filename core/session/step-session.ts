import type { DrawnCard } from "#core/content/draw-card";
import type { Answer, Verdict } from "#core/grading/types";
import { gaveUp } from "#core/grading/verdict/gave-up";
import { isTyped } from "#core/grading/verdict/typed-answer";
import { notBefore } from "#core/log/mark-draft";
import { type Rating, ratings } from "#core/log/types";
import { outlooks } from "#core/scheduling/fsrs";
import { momentOf } from "#core/scheduling/study-day";
import type { DeviceTime } from "#core/scheduling/types";
import { type Marked, markCard } from "./mark-card";
import { type Rated, rateCard } from "./rate-card";
import { type Answered, type Current, type Session, type Stepped, stateOf } from "./session";
import { showNext } from "./show-next";
import { undoLast } from "./undo-last";

/** What the learner does. `id` is the new entry's, made by the caller. */
export type SessionEvent =
  /** Shows the answer; to a card that is graded by machine this says "I do not know". */
  | { type: "reveal"; card: DrawnCard; now: DeviceTime }
  /** `verdict`: what grading found; an unreadable answer may be given again. */
  | { type: "answer"; card: DrawnCard; answer: Answer; verdict: Verdict | null; now: DeviceTime }
  /** After an answer that could not be read: shows what is right and lets the learner rate it. */
  | { type: "judge"; card: DrawnCard; now: DeviceTime }
  | { type: "overrule"; card: DrawnCard }
  | ({ type: "rate" } & Rated)
  /** Puts the asked card off to another session, with no review. */
  | { type: "skip"; card: string; now: DeviceTime }
  /** Suspends, buries, flags the card on the screen, and so on. */
  | ({ type: "mark" } & Marked)
  /** Takes the last rating or mark back. */
  | { type: "undo"; id: string; now: DeviceTime };

/** The study session: an event takes one session to the next. An event that does not fit is ignored. */
export function stepSession(session: Session, event: SessionEvent): Stepped {
  switch (event.type) {
    case "reveal":
      return only(reveal(session, event));
    case "answer":
      return only(answer(session, event));
    case "judge":
      return only(judge(session, event));
    case "overrule":
      return only(overrule(session, event.card));
    case "rate":
      return rate(session, event);
    case "skip":
      return only(skip(session, event));
    case "mark":
      return markCard(session, event);
    case "undo":
      return undoLast(session, event);
  }
}

/** Which ratings a current card may be given, and which is preselected. */
export function ratingsFor({
  verdict,
  overruled,
  answer,
}: Pick<Answered, "verdict" | "overruled" | "answer">): {
  allowed: readonly Rating[];
  preselected: Rating;
} {
  if (overruled) return { allowed: ["good"], preselected: "good" };
  // The learner is the judge of what was said aloud; the ticks only propose.
  if (answer.kind === "recall") return { allowed: ratings, preselected: "good" };
  const right = verdict?.outcome === "correct";
  const isLearners = answer.kind === "list" || verdict?.outcome === "unreadable";
  if (right || isLearners) return { allowed: ratings, preselected: right ? "good" : "again" };
  return { allowed: ["again"], preselected: "again" };
}

/** Whether the learner may say "I was right" to what is on the screen. */
export function canOverrule({ answer, verdict, overruled }: Answered): boolean {
  if (overruled || !isTyped(answer)) return false;
  return verdict?.outcome === "partly" || verdict?.outcome === "wrong";
}

/** Whether the learner may rate what they typed themselves, as it could not be read. */
export function canJudge(current: Current): boolean {
  return current.phase === "asked" && current.given !== null && isTyped(current.given);
}

const only = (session: Session): Stepped => ({ session, effect: null });

type OnCard = { card: DrawnCard; now: DeviceTime };

function reveal(session: Session, { card, now }: OnCard): Session {
  const { current } = session;
  if (current?.phase !== "asked" || current.card !== card.id) return session;
  if (card.kind === "list") return { ...session, current: { ...shown(current), phase: "ticking" } };
  if (card.kind === "recall") {
    return answered(session, current, { answer: { kind: "recall" }, verdict: null, now });
  }
  const none = { kind: "none", asked: card.kind } as const;
  return answered(session, current, { answer: none, verdict: gaveUp(card), now });
}

function answer(session: Session, event: OnCard & Given): Session {
  const { card, answer: raw, verdict, now } = event;
  const { current } = session;
  if (!current || current.phase === "answered" || current.card !== card.id) return session;
  if (verdict?.outcome === "unreadable") {
    return { ...session, current: { ...shown(current), phase: "asked", given: raw, verdict } };
  }
  return answered(session, current, { answer: raw, verdict, now });
}

function judge(session: Session, { card, now }: OnCard): Session {
  const { current } = session;
  if (current?.phase !== "asked" || current.card !== card.id) return session;
  const { given, verdict } = current;
  return given && canJudge(current)
    ? answered(session, current, { answer: given, verdict, now })
    : session;
}

type Given = Pick<Answered, "answer" | "verdict"> & { now: DeviceTime };

function answered(session: Session, current: Current, { now, ...given }: Given): Session {
  const { card } = current;
  const state = stateOf(session.states, card);
  const answeredAt = notBefore(now, state);
  const at = momentOf(answeredAt);
  const next: Answered = {
    ...shown(current),
    phase: "answered",
    ...given,
    overruled: false,
    answeredAt,
    outlooks: outlooks({ card, state, at, retention: session.retention }),
  };
  return { ...session, current: next };
}

function overrule(session: Session, card: DrawnCard): Session {
  const { current } = session;
  if (current?.phase !== "answered" || current.card !== card.id) return session;
  return canOverrule(current) ? { ...session, current: { ...current, overruled: true } } : session;
}

function shown({ card, seed, shownAt }: Current) {
  return { card, seed, shownAt };
}

function rate(session: Session, event: Rated): Stepped {
  const { current } = session;
  if (current?.phase !== "answered" || current.card !== event.card.id) return only(session);
  if (!ratingsFor(current).allowed.includes(event.rating)) return only(session);
  return rateCard(session, current, event);
}

function skip(session: Session, { card, now }: { card: string; now: DeviceTime }): Session {
  const isOn = session.current?.card === card && session.current.phase !== "answered";
  return isOn ? showNext({ ...session, skipped: [...session.skipped, card] }, now) : session;
}
