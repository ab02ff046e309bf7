"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useState } from "react";
import type { Session } from "#core/session/session";
import { trainOf } from "#core/session/train";
import { markText } from "#core/text/study/mark-text";
import { studyText } from "#core/text/study/study-text";
import { timeText } from "#core/text/study/time-text";
import { endNewcomer } from "#local/browser/newcomer";
import { deviceNow } from "#local/store/device-time";
import { newId } from "#local/store/new-id";
import controls from "#ui/controls.module.css";
import { useOnePress } from "#ui/keys/one-press";
import { AwaitedPart } from "./awaited-part";
import { CardView } from "./card-view";
import { SessionEnd } from "./session-end";
import styles from "./study.module.css";
import { Train } from "./train";
import { type Study, shownCard, useStudy } from "./use-study";

type Props = {
  indexAddress: string;
  /** The first card of whoever was never here, until the session is. */
  firstLook: ReactNode;
};

/** Today's session from the first card to the end page. */
export function StudySession({ indexAddress, firstLook }: Props) {
  const { study, step, begin, refresh } = useStudy(indexAddress);
  const [said, setSaid] = useState("");
  useOnePress(whatIsShown(study));
  useFirstLook(study.phase === "loading");
  if (study.phase === "failed") {
    return (
      <div className={styles.column}>
        <h1>{studyText().notBegun}</h1>
        <p role="alert">{study.message}</p>
        <p>{studyText().kept}</p>
      </div>
    );
  }
  if (study.phase === "loading") return <Loading firstLook={firstLook} />;
  if (study.phase === "unknown") return <UnknownTopic named={study.named} />;
  const { index, session, topic, beyond, pace } = study;
  if (!session.current) {
    const undo = () => {
      step({ type: "undo", id: newId(), now: deviceNow() });
      setSaid(markText().takenBack);
    };
    return (
      <div className={styles.column}>
        {session.done.length > 0 && <SessionTrain study={study} />}
        <Said words={said} />
        <SessionEnd
          index={index}
          session={session}
          pace={pace}
          topic={topic}
          onMore={(more) => void begin(more)}
          onUndo={session.past ? undo : null}
          undoWords={undoWordsOf(session) ?? ""}
          onMark={(card, choice, told) => {
            step({ type: "mark", card, choice, id: newId(), now: deviceNow() });
            setSaid(told ?? markText().told(choice));
          }}
        />
      </div>
    );
  }
  const shown = shownCard(index, session);
  const { card } = session.current;
  const skip = () => step({ type: "skip", card, now: deviceNow() });
  return (
    <div className={styles.column}>
      <SessionTrain study={study} />
      <Said words={said} />
      {beyond && (
        <p role="status" className={styles.muted}>
          {studyText().beyondDay}
        </p>
      )}
      {shown ? (
        <CardView
          key={session.current.shownAt.ms + session.current.card}
          {...shown}
          current={session.current}
          isFirst={session.done.length === 0}
          marks={session.states.get(card)?.marks ?? {}}
          undoWords={undoWordsOf(session)}
          step={(event) => {
            if (event.type === "rate") setSaid("");
            step(event);
          }}
          onSay={setSaid}
        />
      ) : (
        <AwaitedPart index={index} card={card} onHere={refresh} onSkip={skip} />
      )}
    </div>
  );
}

/** What was done with a card, told and shown until the next rating. */
function Said({ words }: { words: string }) {
  return (
    <p aria-live="polite" className={styles.said}>
      {words}
    </p>
  );
}

/** What undo takes back, in words; null where that is nothing. */
function undoWordsOf({ past, last, done }: Session): string | null {
  if (!past) return null;
  return done.at(-1)?.review === last?.entry ? studyText().undoRating : markText().undoMark;
}

/** What a press acts on: another card, or another side of it, is another. */
function whatIsShown(study: Study): string {
  if (study.phase !== "ready") return study.phase;
  const { current } = study.session;
  return current ? `${current.card} ${current.shownAt.ms} ${current.phase}` : "end";
}

type Ready = Extract<Study, { phase: "ready" }>;

function SessionTrain({ study: { session, minutes } }: { study: Ready }) {
  const { wagons, met, done, toGo } = trainOf(session);
  const missed = new Set(session.done.flatMap((d) => (d.rating === "again" ? [d.card] : [])));
  const text = studyText();
  const cards = wagons.length;
  const left = text.left(done, toGo, missed.size);
  const begins = session.done.length === 0 && minutes !== null;
  return (
    <Train
      label={session.current ? text.place(met, cards) : text.allDone(cards)}
      left={
        session.current ? `${left}${begins ? `, ${timeText().inShort(minutes)}` : ""}` : undefined
      }
      wagons={wagons.map(({ card, ...wagon }) => ({
        ...wagon,
        key: card,
        missed: wagon.place === "done" && missed.has(card),
      }))}
    />
  );
}

function UnknownTopic({ named }: { named: string }) {
  const text = studyText();
  return (
    <div className={styles.column}>
      <h1>{text.unknownTopic}</h1>
      <p className={styles.lead}>{text.noSuchTopic(named)}</p>
      <div className={controls.actions}>
        <a href="/study" className={controls.strong}>
          {text.studyAll}
        </a>
        <Link href="/deck" className={controls.button} prefetch={false}>
          {text.seeTopics}
        </Link>
      </div>
    </div>
  );
}

/** A space that has a height. */
const blank = "\u00A0";

/** Holds the places of what will be there, so that nothing jumps. */
function Loading({ firstLook }: { firstLook: ReactNode }) {
  const text = studyText();
  return (
    <div className={styles.column} aria-busy="true">
      <Train label={text.loading} left={blank} wagons={[]} />
      <div className={styles.forNewcomers}>{firstLook}</div>
      <div className={styles.forOthers}>
        <h1 className={styles.front}>{text.title}</h1>
        <p className={styles.muted}>{text.lookingUp}</p>
        <noscript>{text.needsJavaScript}</noscript>
      </div>
    </div>
  );
}

/** Once the session is there nobody is new, and the key that was pressed meanwhile acts. */
function useFirstLook(isLoading: boolean) {
  useEffect(() => {
    if (isLoading) return;
    const key = endNewcomer();
    if (key === null) return;
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
  }, [isLoading]);
}
