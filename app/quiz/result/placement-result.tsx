"use client";

import { useEffect, useRef, useState } from "react";
import { cardTitle } from "#core/content/card-title";
import type { DeckIndex } from "#core/content/types";
import { cardStateWords } from "#core/progress/card-state-words";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { momentOf } from "#core/scheduling/study-day";
import { placementText } from "#core/text/quiz/placement-text";
import { findCard } from "#local/deck/deck-store";
import { deviceNow } from "#local/store/device-time";
import { useLearner } from "#local/store/use-learner";
import styles from "./placement.module.css";
import { TakeBackButton } from "./take-back-button";

type Props = { index: DeckIndex; session: QuizSession; onTakeBack: () => Promise<void> };

/** What a placement put into the schedule, and the way to take it back; then, that it was. */
export function PlacementResult({ index, session, onTakeBack }: Props) {
  const { takenBack, answers } = session;
  const [stood] = useState(!takenBack);
  const given = answers.filter((answer) => answer !== null);
  const placed = given.filter(({ rating }) => rating === "easy").map(({ card }) => card);
  const text = placementText();
  if (takenBack) return <TakenBack focus={stood} />;
  return (
    <section className={styles.placement} aria-label={text.title}>
      <Placed index={index} cards={placed} />
      {given.length > 0 && <TakeBackButton answers={given.length} onTakeBack={onTakeBack} />}
    </section>
  );
}

/** `focus`: it stands where the button was that the learner pressed. */
function TakenBack({ focus }: { focus: boolean }) {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (focus) words.current?.focus();
  }, [focus]);
  return (
    <p ref={words} tabIndex={-1} className={styles.placement}>
      {placementText().takenBack}
    </p>
  );
}

function Placed({ index, cards }: { index: DeckIndex; cards: readonly string[] }) {
  const states = useLearner()?.states;
  const today = momentOf(deviceNow());
  const text = placementText();
  if (cards.length === 0) return <p>{text.nonePlaced}</p>;
  const rows = index.cards.filter(({ id }) => cards.includes(id));
  return (
    <>
      <h2>{text.placed}</h2>
      <p className={styles.lead}>{text.placedLead(cards.length)}</p>
      <ul className={styles.cards}>
        {rows.map(({ id, topic }) => {
          const found = findCard(topic, id);
          return (
            <li key={id}>
              <span>{found ? cardTitle(found.card) : id}</span>
              <span className={styles.state}>{cardStateWords(states?.get(id), today)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
