"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { drawCard } from "#core/content/draw-card";
import type { DeckIndex } from "#core/content/types";
import { checkedLater, ideasToCheck } from "#core/quiz/build/ideas-to-check";
import { countDay } from "#core/scheduling/day-counts";
import { buildQueue, inTurn } from "#core/scheduling/queue";
import { momentOf } from "#core/scheduling/study-day";
import { isUntouched, showAgain } from "#core/session/keep-current";
import { newSession, type Session } from "#core/session/session";
import { showNext } from "#core/session/show-next";
import { type SessionEvent, stepSession } from "#core/session/step-session";
import { findCard, loadIndex, loadPart } from "#local/deck/deck-store";
import { deviceNow } from "#local/store/device-time";
import {
  appendToLearner,
  currentLearner,
  type Learner,
  subscribeLearner,
} from "#local/store/learner-store";
import { readyLearner, syncSoon } from "#local/sync/sync";

export type Study =
  | { phase: "loading" }
  | { phase: "failed"; message: string }
  | { phase: "ready"; index: DeckIndex; session: Session };

/** Opens today's queue and holds the session; `step` lets the learner act on it. */
export function useStudy(indexAddress: string) {
  const [study, setStudy] = useState<Study>({ phase: "loading" });
  const session = useRef<Session | null>(null);
  const asked = useRef(0);

  const begin = async (more: number) => {
    asked.current = more;
    try {
      const [index, learner] = await Promise.all([loadIndex(indexAddress), readyLearner()]);
      const started = startToday({ index, learner, more, earlier: session.current });
      session.current = started;
      await loadFirst(index, started);
      setStudy({ phase: "ready", index, session: started });
      loadRest(index, started);
    } catch (error) {
      setStudy({
        phase: "failed",
        message: error instanceof Error ? error.message : String(error),
      });
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
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a session begins once for an address
  useEffect(() => {
    void begin(0);
    return subscribeLearner(() => {
      const learner = currentLearner();
      const earlier = session.current;
      if (!learner || !earlier || learner.states === earlier.states) return;
      // Once something was answered, what other devices did waits for the next session.
      if (isUntouched(earlier)) void begin(asked.current);
    });
  }, [indexAddress]);

  /** Draws again: a topic's cards have come. */
  const refresh = useCallback(() => setStudy((now) => ({ ...now })), []);
  return { study, step, begin, refresh };
}

/** The cards of the topic that `?topic=` narrows the page to, or all. */
export function cardsAsked({ cards }: DeckIndex): DeckIndex["cards"] {
  const topic = new URLSearchParams(window.location.search).get("topic");
  return topic ? cards.filter((card) => card.topic === topic) : cards;
}

type Today = { index: DeckIndex; learner: Learner; more: number; earlier: Session | null };

/**
 * Today's session; `more` asks for so many new cards beside those that were done. Of an untouched
 * `earlier` one the card on the screen stays there, if it is still to be studied.
 */
function startToday({ index, learner, more, earlier }: Today): Session {
  const now = deviceNow();
  const moment = momentOf(now);
  const { states, settings } = learner;
  const counts = countDay(learner.recent, states, moment.studyDay);
  // More new cards are more than were done, not more than the day's limit.
  const newPerDay =
    more > 0 ? Math.max(settings.newPerDay, counts.newDone) + more : settings.newPerDay;
  const queue = buildQueue({
    // What the learner's known cards need is checked in a quiz, and no new thing to begin with.
    cards: checkedLater(cardsAsked(index), ideasToCheck({ index, states })),
    states,
    counts,
    settings: { ...settings, newPerDay },
    now: moment,
  });
  const begun = newSession({
    deckVersion: index.version,
    retention: settings.desiredRetention,
    seed: now.ms % 2 ** 32,
    states,
    waiting: inTurn(queue),
    steps: queue.learning,
  });
  return earlier && isUntouched(earlier) ? showAgain(begun, earlier, now) : showNext(begun, now);
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
