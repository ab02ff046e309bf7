"use client";

import { useEffect, useMemo, useRef } from "react";
import { cardTitle } from "#core/content/card-title";
import type { DeckIndex } from "#core/content/types";
import { dueWords } from "#core/progress/card-state-words";
import { ideasToCheck } from "#core/quiz/build/ideas-to-check";
import { type Placing, placingOf } from "#core/quiz/taking/placing-of";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { momentOf } from "#core/scheduling/study-day";
import { placementText } from "#core/text/quiz/placement-text";
import { deviceNow } from "#local/store/device-time";
import { useLearner } from "#local/store/use-learner";
import controls from "#ui/controls.module.css";
import styles from "./placing.module.css";
import { questionAt } from "./question-at";

type Props = { index: DeckIndex; session: QuizSession; onPlace: (places: boolean) => void };

/** What a placement would place, and when each card would come back, before anything is placed. */
export function PlacingQuestion({ index, session, onPlace }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const placing = usePlacing(session);
  if (!placing) return null;
  const { placed, guessed, overruled, missed, states } = placing;
  const text = placementText().placing;
  const ideas = ideasToCheck({ index, states });
  const isNone = placed.length === 0;
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {text.title(placed.length)}
      </h1>
      <p className={styles.lead}>{isNone ? text.none : text.lead}</p>
      <PlacedCards index={index} session={session} placing={placing} />
      {guessed > 0 && <p>{text.guessed(guessed)}</p>}
      {overruled > 0 && <p>{text.overruled(overruled)}</p>}
      {missed > 0 && <p>{text.missed(missed)}</p>}
      {!isNone && ideas.length > 0 && <NeededIdeas index={index} ideas={ideas} />}
      <div className={controls.actions}>
        {!isNone && (
          <button type="button" className={controls.strong} onClick={() => onPlace(true)}>
            {text.place(placed.length)}
          </button>
        )}
        <button
          type="button"
          className={isNone ? controls.strong : controls.button}
          onClick={() => onPlace(false)}
        >
          {isNone ? text.seeResult : text.placeNothing}
        </button>
      </div>
    </>
  );
}

/** Null until the learner's cards are at hand. */
function usePlacing(session: QuizSession): Placing | null {
  const learner = useLearner();
  return useMemo(() => {
    if (!learner) return null;
    const { states, settings } = learner;
    const at = momentOf(deviceNow());
    return placingOf(session, { states, at, retention: settings.desiredRetention });
  }, [learner, session]);
}

type CardsProps = Omit<Props, "onPlace"> & { placing: Placing };

function PlacedCards({ index, session, placing }: CardsProps) {
  const { studyDay } = momentOf(deviceNow());
  if (placing.placed.length === 0) return null;
  return (
    <ul className={styles.cards}>
      {placing.placed.map(({ question, state }) => {
        const asked = questionAt(index, session, question);
        return (
          <li key={question}>
            <span>{asked ? cardTitle(asked.card) : session.plan.questions[question]?.card}</span>
            <span className={styles.state}>{dueWords(state.dueDay - studyDay)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function NeededIdeas({ index, ideas }: { index: DeckIndex; ideas: readonly string[] }) {
  const text = placementText().placing;
  return (
    <details className={styles.needed}>
      <summary>{text.needed(ideas.length)}</summary>
      <p>{text.neededWhy}</p>
      <ul>
        {index.concepts
          .filter(({ id }) => ideas.includes(id))
          .map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
      </ul>
    </details>
  );
}
