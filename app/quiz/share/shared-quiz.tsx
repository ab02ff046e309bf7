"use client";

import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import type { ReadShare } from "#core/quiz/share/read-share";
import { planOf, type SharedQuiz as Shared } from "#core/quiz/share/shared-quiz";
import { shareText } from "#core/text/quiz/share-text";
import { useLearner } from "#local/store/use-learner";
import styles from "#quiz/quiz.module.css";
import controls from "#ui/controls.module.css";
import share from "./share.module.css";
import { SharedFacts } from "./shared-facts";

type Ways = { onStart: (plan: QuizPlan) => void; onNew: () => void };
type Props = Ways & { index: DeckIndex; read: ReadShare };

/** What the link to a quiz opens: what the quiz is, and its start; or what is wrong with the link. */
export function SharedQuiz({ index, read, ...ways }: Props) {
  const text = shareText();
  if (read.ok) return <Offered index={index} shared={read.shared} {...ways} />;
  return (
    <Titled title={text.broken}>
      <p role="alert">{text.problem(read.problem)}</p>
      <div className={controls.actions}>
        <button type="button" className={controls.strong} onClick={ways.onNew}>
          {text.ownQuiz}
        </button>
      </div>
    </Titled>
  );
}

function Offered({ index, shared, onStart, onNew }: Ways & { index: DeckIndex; shared: Shared }) {
  const extraTime = useLearner()?.settings.extraTime ?? 0;
  const { plan, gone } = useMemo(
    () => planOf(shared, index, extraTime),
    [shared, index, extraTime],
  );
  const text = shareText();
  const isLeft = plan.questions.length > 0;
  return (
    <Titled title={isLeft ? text.title : text.allGone}>
      <p className={styles.lead}>{isLeft ? text.lead : text.allGoneWhy}</p>
      {isLeft && <SharedFacts index={index} plan={plan} extraTime={extraTime} />}
      {gone.length > 0 && <Gone gone={gone} questions={shared.questions.length} />}
      <div className={controls.actions}>
        {isLeft && (
          <button type="button" className={controls.strong} onClick={() => onStart(plan)}>
            {text.start}
          </button>
        )}
        <button
          type="button"
          className={isLeft ? controls.button : controls.strong}
          onClick={onNew}
        >
          {text.ownQuiz}
        </button>
      </div>
    </Titled>
  );
}

/** Of what is gone only the ids are left; a link that names many of them fills no page. */
const mostNamed = 6;

function Gone({ gone, questions }: { gone: readonly string[]; questions: number }) {
  const text = shareText();
  const more = gone.length - mostNamed;
  return (
    <>
      <p>{text.gone(gone.length, questions)}</p>
      <ul className={share.gone}>
        {gone.slice(0, mostNamed).map((card) => (
          <li key={card}>
            <code>{card}</code>
          </li>
        ))}
        {more > 0 && <li>{text.moreGone(more)}</li>}
      </ul>
    </>
  );
}

/** Its title takes the focus: the page stands in another's place without being loaded. */
function Titled({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.column}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
