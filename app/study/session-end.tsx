"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import type { DeckIndex } from "#core/content/types";
import { counted } from "#core/counted";
import { countDay } from "#core/scheduling/day-counts";
import { nextDue } from "#core/scheduling/next-due";
import { dayToDate, momentOf } from "#core/scheduling/study-day";
import type { Session } from "#core/session/session";
import { deviceNow } from "#local/device-time";
import { currentLearner } from "#local/learner-store";
import { syncSoon } from "#local/sync";
import { useLearner } from "#local/use-learner";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/key";
import { useKeys } from "#ui/use-keys";
import styles from "./study.module.css";

type Props = {
  index: DeckIndex;
  session: Session;
  onMore: (more: number) => void;
  /** Null when there is nothing to take back. */
  onUndo: (() => void) | null;
};

const moreCards = 10;

/** What was done, what comes next, and the one thing to do now. */
export function SessionEnd({ index, session, onMore, onUndo }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useKeys({ u: onUndo }, useLearner()?.settings.shortcuts ?? true);
  useEffect(() => {
    title.current?.focus();
    syncSoon(0);
  }, []);
  const unseen = index.cards.some(({ id }) => (session.states.get(id)?.phase ?? "new") === "new");
  return (
    <div className={styles.column}>
      <h1 ref={title} tabIndex={-1}>
        {session.done.length > 0 ? "Done for today" : "Nothing is due"}
      </h1>
      <p className={styles.lead}>{doneWords(session)}</p>
      <p className={styles.lead}>{nextWords(index, session)}</p>
      <div className={controls.actions}>
        <Link href="/quiz" className={controls.strong} prefetch={false}>
          Take a quiz
        </Link>
        <Link href="/progress" className={controls.button} prefetch={false}>
          See your progress
        </Link>
        {unseen && (
          <button type="button" className={controls.button} onClick={() => onMore(moreCards)}>
            {moreCards} more new cards
          </button>
        )}
        {onUndo && (
          <button type="button" className={controls.quiet} onClick={onUndo}>
            Undo the last rating <Key name="u" />
          </button>
        )}
      </div>
    </div>
  );
}

function doneWords({ done }: Session): string {
  if (done.length === 0)
    return "Every card that you know is still fresh, and today's new cards are done.";
  const cards = new Set(done.map((d) => d.card)).size;
  const fresh = done.filter((d) => d.introduced).length;
  const missed = new Set(done.filter((d) => d.rating === "again").map((d) => d.card)).size;
  const minutes = Math.max(1, Math.round(done.reduce((sum, d) => sum + d.duration, 0) / 60_000));
  const parts = [`${counted(cards, "card")} in ${counted(minutes, "minute")}`];
  if (fresh > 0) parts.push(`${fresh} of them new`);
  parts.push(missed === 0 ? "all recalled" : `${missed} not recalled at first`);
  return `${parts.join(", ")}.`;
}

function nextWords(index: DeckIndex, { states }: Session): string {
  const learner = currentLearner();
  if (!learner) return "";
  const now = momentOf(deviceNow());
  const counts = countDay(learner.recent, states, now.studyDay);
  const { settings } = learner;
  const next = nextDue({ cards: index.cards, states, counts, settings, now });
  switch (next?.when) {
    case undefined:
      return "Nothing comes back: the settings allow no more cards.";
    case "now":
      return `${counted(next.cards, "card")} more ${next.cards === 1 ? "is" : "are"} ready now.`;
    case "today":
      return `${counted(next.cards, "card")} will come back in ${counted(Math.ceil((next.due - now.ms) / 60_000), "minute")}.`;
    case "day": {
      const days = next.studyDay - now.studyDay;
      const when = days === 1 ? "Tomorrow" : `On ${dayToDate(next.studyDay)}`;
      return `${when}: ${counted(next.reviews, "card")} to review and ${next.fresh} new.`;
    }
  }
}
