"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { cardsOnRoad } from "#core/content/choose-road";
import type { StudyIndex, Topic } from "#core/content/types";
import type { MarkChoice } from "#core/log/mark-draft";
import { cardSeconds } from "#core/pace/card-seconds";
import { countDay } from "#core/scheduling/day-counts";
import type { DayTime } from "#core/scheduling/day-time";
import { nextDue } from "#core/scheduling/next-due";
import { momentOf } from "#core/scheduling/study-day";
import { type Session, timeSpent } from "#core/session/session";
import { timeOf } from "#core/session/start-session";
import { catchUp } from "#core/simulator/catch-up";
import { catchUpWords } from "#core/text/study/catch-up-words";
import { nextWords } from "#core/text/study/next-words";
import { sessionEndText } from "#core/text/study/session-end-text";
import { deviceNow } from "#local/store/device-time";
import { currentLearner } from "#local/store/learner";
import { useLearner } from "#local/store/use-learner";
import { syncSoon } from "#local/sync/sync";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import { LeechClinic } from "./clinic/leech-clinic";
import styles from "./study.module.css";
import { moreCards, useMoreCards } from "./use-more-cards";
import { WaitingCheck } from "./waiting-check";

type Props = {
  index: StudyIndex;
  session: Session;
  /** The learner's (see measurePace). */
  pace: number;
  /** The one topic that was to be studied, if it was one. */
  topic: Topic | null;
  onMore: (more: number) => void;
  /** Null when there is nothing to take back. */
  onUndo: (() => void) | null;
  undoWords: string;
  /** Marks a card; `told` says what that means where it is not what is usually said. */
  onMark: (card: string, choice: MarkChoice, told?: string) => void;
};

/** What was done, what comes next, and the one thing to do now. */
export function SessionEnd(props: Props) {
  const { index, session, pace, topic, onMore, onUndo, undoWords, onMark } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const learner = useLearner();
  useKeys({ u: onUndo, undo: onUndo }, learner?.settings.shortcuts ?? true);
  useEffect(() => {
    title.current?.focus();
    syncSoon(0);
  }, []);
  const cards = index.cards.filter((card) => topic === null || card.topic === topic.id);
  const more = useMoreCards(index, topic);
  const next = nextOf({ index, session, pace });
  const text = sessionEndText();
  return (
    <div className={styles.column}>
      <h1 ref={title} tabIndex={-1}>
        {session.done.length > 0 ? text.doneToday : text.nothingDue}
      </h1>
      <p className={styles.lead}>{doneWords(session, topic && { topic, cards: cards.length })}</p>
      <p className={styles.lead}>{next && nextWords(next.due, next.now)}</p>
      {next?.backlog && <p>{next.backlog}</p>}
      <WaitingCheck index={index} />
      <div className={controls.actions}>
        {next?.due?.when === "now" && (
          <button type="button" className={controls.strong} onClick={() => onMore(0)}>
            {text.studyReady}
          </button>
        )}
        <Link
          href={topic ? `/quiz?topic=${topic.id}` : "/quiz"}
          className={next?.due?.when === "now" ? controls.button : controls.strong}
          prefetch={false}
        >
          {text.takeQuiz}
        </Link>
        <Link href="/progress" className={controls.button} prefetch={false}>
          {text.seeProgress}
        </Link>
        {more.cards > 0 && (
          <button type="button" className={controls.button} onClick={() => onMore(moreCards)}>
            {text.moreNew(more.cards, more.minutes)}
          </button>
        )}
        {onUndo && (
          <button type="button" className={controls.quiet} onClick={onUndo}>
            {undoWords} <Key name="u" />
          </button>
        )}
      </div>
      <LeechClinic {...{ index, session, onMark }} />
      {learner?.owner.kind === "guest" && (
        <p className={styles.muted}>
          {text.onlyCopy}{" "}
          <Link href="/register" prefetch={false}>
            {text.register}
          </Link>
        </p>
      )}
    </div>
  );
}

type OneTopic = { topic: Topic; cards: number };

function doneWords({ done }: Session, one: OneTopic | null): string {
  const text = sessionEndText();
  if (done.length === 0)
    return one ? text.topicKnown(one.topic.title, one.cards) : text.nothingAllowed;
  const cards = new Set(done.map((d) => d.card)).size;
  const fresh = done.filter((d) => d.introduced).length;
  const missed = new Set(done.filter((d) => d.rating === "again").map((d) => d.card)).size;
  const minutes = Math.max(1, Math.round(done.reduce((sum, d) => sum + d.spent, 0) / 60_000));
  return text.done({ cards, minutes, fresh, missed });
}

/** What comes next, as of now, and by when what presses is done; null while the learner is not known. */
function nextOf({ index, session, pace }: Pick<Props, "index" | "session" | "pace">) {
  const learner = currentLearner();
  if (!learner) return null;
  const { states } = session;
  const { settings, recent } = learner;
  const now = momentOf(deviceNow());
  const counts = countDay(recent, states, now.studyDay);
  const time = timeAfter(session, timeOf({ index, learner, pace, now }));
  const secondsOf = (card: string, isNew: boolean) =>
    cardSeconds(card, isNew, { words: index.words, pace });
  const cards = cardsOnRoad(index, settings.road);
  const day = { cards, states, counts, settings, time, secondsOf, now };
  const caughtUp = catchUp(day);
  const backlog = caughtUp && catchUpWords(caughtUp, settings, now.studyDay);
  return { now, due: nextDue(day), backlog };
}

/** A session that is over by its own clock leaves nothing, whatever the times of its answers say. */
function timeAfter(session: Session, time: DayTime | null): DayTime | null {
  if (!time || session.budget === null) return time;
  const left = Math.max(0, session.budget - timeSpent(session)) / 1000;
  return { ...time, left: Math.min(time.left, left) };
}
