"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { drawCard } from "#core/content/draw-card";
import type { DeckIndex, StudyIndex, Topic } from "#core/content/types";
import { isUntouched } from "#core/session/keep-current";
import type { Session } from "#core/session/session";
import { newcomerSeed, startSession } from "#core/session/start-session";
import { type SessionEvent, stepSession } from "#core/session/step-session";
import { afterFrame } from "#local/browser/after-frame";
import { makeFirst } from "#local/browser/first-shown";
import { isNewcomer } from "#local/browser/newcomer";
import { findCard, loadIndex, loadPart } from "#local/deck/deck-store";
import { deviceNow } from "#local/store/device-time";
import { currentLearner, type Learner, subscribeLearner } from "#local/store/learner";
import { appendToLearner } from "#local/store/learner-store";
import { readPace } from "#local/store/read-pace";
import { watchStudyDay } from "#local/store/use-study-day";
import { readyLearner, syncSoon } from "#local/sync/sync";
import { isMoreAsked, readAsked } from "./asked-topic";
import { sessionMinutes } from "./session-minutes";
import { moreCards } from "./use-more-cards";
import { dropStudyDraft } from "./use-study-draft";

export type Study =
  | { phase: "loading" }
  | { phase: "failed"; message: string }
  /** `?topic=` names a topic that the deck does not have. */
  | { phase: "unknown"; named: string }
  | {
      phase: "ready";
      index: StudyIndex;
      session: Session;
      /** The one topic that is studied, if it is one. */
      topic: Topic | null;
      /** These cards go beyond the day's limits. */
      beyond: boolean;
      /** The learner's pace, where the day's minutes are to be kept; else 1. */
      pace: number;
      /** How long it takes, as it was when it began; null until that is known. */
      minutes: number | null;
    };

/** Opens today's queue and holds the session; `step` lets the learner act on it. */
export function useStudy(indexAddress: string) {
  const [study, setStudy] = useState<Study>(() => {
    askAhead(indexAddress);
    return { phase: "loading" };
  });
  const session = useRef<Session | null>(null);
  const asked = useRef(0);

  const begin = async (more: number, again = false) => {
    asked.current = more;
    try {
      const [index, learner] = await Promise.all([loadIndex(indexAddress), readyLearner()]);
      const pace = await paceOf(learner, index);
      // A key may have been quicker than what is begun anew because more became known.
      if (again && session.current && !isUntouched(session.current)) return;
      const asked = readAsked(index, window.location.search);
      if (asked.about === "unknown") return setStudy({ phase: "unknown", named: asked.named });
      const topic = asked.about === "topic" ? asked.topic : null;
      const first = isNewcomer() ? { seed: newcomerSeed } : {};
      const of = { index, learner, pace, more, topic: topic?.id ?? null };
      const known = { ...of, earlier: session.current, now: deviceNow() };
      const { session: started, beyond } = startSession({ ...known, ...first });
      session.current = started;
      await loadFirst(index, started);
      if (session.current !== started) return;
      setStudy({ phase: "ready", index, session: started, topic, beyond, pace, minutes: null });
      // A learner with many cards due asks for every topic here.
      void afterFrame().then(() => loadRest(index, started));
      const minutes = await sessionMinutes(index, learner, started);
      // What was answered meanwhile leaves less.
      if (session.current !== started) return;
      setStudy((now) => (now.phase === "ready" ? { ...now, minutes } : now));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // What is on the screen stays there when only its beginning anew fails.
      setStudy((now) => (again && now.phase === "ready" ? now : { phase: "failed", message }));
    }
  };

  const step = (event: SessionEvent) => {
    const before = session.current;
    if (!before) return;
    const { session: after, effect } = stepSession(before, event);
    session.current = after;
    setStudy((now) => (now.phase === "ready" ? { ...now, session: after } : now));
    if (effect) {
      appendToLearner([effect.draft], [{ card: effect.card, state: effect.state }]);
      syncSoon();
      // A flag or a note leaves the card on the screen, with what is typed.
      if (after.current?.shownAt !== before.current?.shownAt) dropStudyDraft(effect.card);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a session begins once for an address
  useEffect(() => {
    makeFirst(begin(isMoreAsked(window.location.search) ? moreCards : 0));
    const unsubscribe = subscribeLearner(() => {
      const learner = currentLearner();
      const earlier = session.current;
      if (!learner || !earlier || learner.states === earlier.states) return;
      // Once something was answered, what other devices did waits for the next session.
      if (isUntouched(earlier)) void begin(asked.current, true);
    });
    const stop = watchStudyDay(() => {
      const now = session.current;
      // Whoever is in the middle of it goes on; its end tells what else is due.
      if (now && (now.current === null || isUntouched(now))) void begin(0);
    });
    return () => {
      unsubscribe();
      stop();
    };
  }, [indexAddress]);

  /** Draws again: a topic's cards have come. */
  const refresh = useCallback(() => setStudy((now) => ({ ...now })), []);
  return { study, step, begin, refresh };
}

/** The deck's index is on its way while the page comes to life. Whoever waits for it hears of trouble. */
function askAhead(indexAddress: string): void {
  if (typeof window !== "undefined") loadIndex(indexAddress).catch(() => undefined);
}

/** Read only where the day's minutes are to be kept: nobody else waits for it. */
async function paceOf(learner: Learner, { words }: StudyIndex): Promise<number> {
  if (!learner.settings.minutesPerDay) return 1;
  return (await readPace(learner, words).catch(() => null)) ?? 1;
}

function topicsOf(index: DeckIndex, session: Session): string[] {
  const ids = [session.current?.card, ...session.waiting, ...session.steps.map((s) => s.card)];
  const wanted = new Set(ids);
  const topicOf = new Map(index.cards.map((card) => [card.id, card.topic]));
  const topics = [...wanted].flatMap((id) => topicOf.get(id ?? "") ?? []);
  return [...new Set(topics)];
}

async function loadFirst(index: DeckIndex, session: Session): Promise<void> {
  const [first] = topicsOf(index, session);
  if (session.current && first) await loadPart(index, first);
}

/** The other topics' cards come in behind the first card, so that no later one is waited for. */
function loadRest(index: DeckIndex, session: Session): void {
  for (const topic of topicsOf(index, session)) loadPart(index, topic).catch(() => undefined);
}

/** The card on the screen with its concept, once its topic is here. */
export function shownCard(index: DeckIndex, session: Session) {
  const id = session.current?.card;
  const entry = index.cards.find((card) => card.id === id);
  const topic = index.topics.find((t) => t.id === entry?.topic);
  const found = entry && findCard(entry.topic, entry.id);
  if (!session.current || !found || !topic) return null;
  return { ...found, card: drawCard(found.card, session.current.seed), topic };
}
