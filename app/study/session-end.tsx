"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import type { DeckIndex } from "#core/content/types";
import { countDay } from "#core/scheduling/day-counts";
import { nextDue } from "#core/scheduling/next-due";
import { dayToDate, momentOf } from "#core/scheduling/study-day";
import type { Session } from "#core/session/session";
import { counted } from "#core/text/counted";
import { deviceNow } from "#local/device-time";
import { currentLearner } from "#local/learner-store";
import { syncSoon } from "#local/sync";
import { useLearner } from "#local/use-learner";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/key";
import { useKeys } from "#ui/use-keys";
import styles from "./study.module.css";
import { cardsAsked } from "./use-study";

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
  const isNew = ({ id }: { id: string }) => (session.states.get(id)?.phase ?? "new") === "new";
  const unseen = cardsAsked(index).some(isNew);
  const next = nextOf(index, session);
  return (
    <div className={styles.column}>
      <h1 ref={title} tabIndex={-1}>
        {session.done.length > 0 ? "Done for today" : "Nothing is due"}
      </h1>
      <p className={styles.lead}>{doneWords(session)}</p>
      <p className={styles.lead}>{next && nextWords(next)}</p>
      <div className={controls.actions}>
        {next?.due?.when === "now" && (
          <button type="button" className={controls.strong} onClick={() => onMore(0)}>
            Study them
          </button>
        )}
        <Link
          href="/quiz"
          className={next?.due?.when === "now" ? controls.button : controls.strong}
          prefetch={false}
        >
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
  if (done.length === 0) return "All that the settings allow for today is done.";
  const cards = new Set(done.map((d) => d.card)).size;
  const fresh = done.filter((d) => d.introduced).length;
  const missed = new Set(done.filter((d) => d.rating === "again").map((d) => d.card)).size;
  const minutes = Math.max(1, Math.round(done.reduce((sum, d) => sum + d.duration, 0) / 60_000));
  const parts = [`${counted(cards, "card")} in ${counted(minutes, "minute")}`];
  if (fresh > 0) parts.push(`${fresh} of them new`);
  parts.push(missed === 0 ? "all recalled" : `${missed} not recalled at first`);
  const leeches = new Set(done.filter((d) => d.leech).map((d) => d.card)).size;
  const slip = leeches === 1 ? "One card keeps" : `${leeches} cards keep`;
  return leeches === 0
    ? `${parts.join(", ")}.`
    : `${parts.join(", ")}. ${slip} slipping away: read of it in the deck once more.`;
}

/** What comes next, as of now; null while the learner is not known. */
function nextOf(index: DeckIndex, { states }: Session) {
  const learner = currentLearner();
  if (!learner) return null;
  const now = momentOf(deviceNow());
  const counts = countDay(learner.recent, states, now.studyDay);
  const { settings } = learner;
  return { now, due: nextDue({ cards: index.cards, states, counts, settings, now }) };
}

function nextWords({ now, due: next }: NonNullable<ReturnType<typeof nextOf>>): string {
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
