"use client";

import { useEffect, useRef, useState } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { cardStateWords } from "#core/progress/card-state-words";
import { checkQuiz } from "#core/quiz/build/check-quiz";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { momentOf } from "#core/scheduling/study-day";
import { placementText } from "#core/text/quiz/placement-text";
import { deviceNow } from "#local/store/device-time";
import { useLearner } from "#local/store/use-learner";
import controls from "#ui/controls.module.css";
import styles from "./placement.module.css";
import type { ResultRow } from "./result-rows";
import { TakeBackButton } from "./take-back-button";

type Props = {
  index: DeckIndex;
  session: QuizSession;
  rows: readonly ResultRow[];
  onStart: (plan: QuizPlan) => void;
  onTakeBack: () => Promise<void>;
};

/** What a placement put into the schedule, and the way to take it back; then, that it was. */
export function PlacementResult({ index, session, rows, onStart, onTakeBack }: Props) {
  const { takenBack, answers } = session;
  const [stood] = useState(!takenBack);
  const given = answers.filter((answer) => answer !== null);
  const placed = rows.filter(({ review }) => review?.mode === "placement" && isPlaced(review));
  if (takenBack) return <TakenBack focus={stood} />;
  return (
    <section className={styles.placement} aria-label={placementText().title}>
      <Placed rows={placed} />
      {placed.length > 0 && <Check index={index} onStart={onStart} />}
      {given.length > 0 && <TakeBackButton answers={given.length} onTakeBack={onTakeBack} />}
    </section>
  );
}

const isPlaced = ({ rating }: NonNullable<ResultRow["review"]>): boolean => rating === "easy";

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

function Placed({ rows }: Pick<Props, "rows">) {
  const states = useLearner()?.states;
  const today = momentOf(deviceNow());
  const text = placementText();
  if (rows.length === 0) return <p>{text.nonePlaced}</p>;
  return (
    <>
      <h2>{text.placed}</h2>
      <p className={styles.lead}>{text.placedLead(rows.length)}</p>
      <ul className={styles.cards}>
        {rows.map(({ card, title }) => (
          <li key={card.id}>
            <span>{title}</span>
            <span className={styles.state}>{cardStateWords(states?.get(card.id), today)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The way to a short check of what the placed cards need. */
function Check({ index, onStart }: Pick<Props, "index" | "onStart">) {
  const states = useLearner()?.states;
  const [seed] = useState(() => deviceNow().ms % 2 ** 32);
  const plan = states ? checkQuiz({ index, states, seed }) : null;
  if (!plan) return null;
  const text = placementText();
  return (
    <>
      <p className={styles.question}>{text.checkWhy(plan.questions.length)}</p>
      <div className={controls.actions}>
        <button type="button" className={controls.button} onClick={() => onStart(plan)}>
          {text.check(plan.questions.length)}
        </button>
      </div>
    </>
  );
}
