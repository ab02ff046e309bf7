"use client";

import { useEffect, useMemo, useRef } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import type { QuizSummary } from "#core/quiz/history/quiz-history";
import { takesBefore } from "#core/quiz/history/takes-before";
import { countConcepts } from "#core/quiz/score/count-concepts";
import { type QuizScore, scoreQuiz } from "#core/quiz/score/score-quiz";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { takeAlongText } from "#core/text/quiz/take-along-text";
import { useLearner } from "#local/store/use-learner";
import { ShareQuiz } from "#quiz/share/share-quiz";
import { PlacementResult } from "./placement-result";
import styles from "./result.module.css";
import { ResultConcepts } from "./result-concepts";
import { ResultHeader } from "./result-header";
import { ResultQuestions } from "./result-questions";
import { groupRows, type ResultRow, resultRows } from "./result-rows";
import { ResultSure } from "./result-sure";
import { ResultTakes } from "./result-takes";
import { ResultTopics } from "./result-topics";
import { ResultWays } from "./result-ways";
import { TakeQuizAlong } from "./take-quiz-along";
import { useOpenedOnPaper } from "./use-opened-on-paper";

type Props = {
  index: DeckIndex;
  session: QuizSession;
  history: QuizSummary[];
  /** One more sentence on how the quiz was taken, such as by whose clock. */
  note: string | null;
  onRetake: (cards: readonly string[]) => void;
  onNew: () => void;
  onStart: (plan: QuizPlan) => void;
  onTakeBack: () => Promise<void>;
};

/** What a quiz came to: the score and its meaning, topics, ideas, and every question. */
export function QuizResult({ index, session, history, note, ...act }: Props) {
  const page = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const states = useLearner()?.states;
  useEffect(() => title.current?.focus(), []);
  useOpenedOnPaper(page);
  const { plan, answers } = session;
  const rows = useMemo(() => resultRows(index, session), [index, session]);
  const score = scoreOf(index, session, rows);
  const comesBack = (card: string) => states?.get(card)?.missed === true;
  return (
    <div ref={page} className={styles.column}>
      <ResultHeader ref={title} session={session} score={score} rows={rows} comesBack={comesBack} />
      {note && <p className={styles.muted}>{note}</p>}
      <ResultWays rows={rows} onRetake={act.onRetake} onNew={act.onNew} />
      <ShareQuiz index={index} plan={plan} />
      {plan.style === "placement" && <PlacementResult {...{ index, session, rows, ...act }} />}
      <ResultSure answers={answers} />
      <ResultTopics index={index} score={score} />
      {!session.takenBack && (
        <ResultConcepts counts={countConcepts({ plan, answers, index })} comesBack={comesBack} />
      )}
      <ResultTakes takes={takesOf(session, score, { rows, history })} rows={rows} />
      <ResultQuestions rows={rows} />
      <section className={styles.notOnPaper}>
        <h2>{takeAlongText().heading}</h2>
        <TakeQuizAlong index={index} quiz={session.quiz} plan={plan} />
      </section>
    </div>
  );
}

function scoreOf(index: DeckIndex, { plan, answers }: QuizSession, rows: readonly ResultRow[]) {
  const cards = new Map(rows.map(({ card }) => [card.id, card]));
  return scoreQuiz({ plan, answers, index, cards });
}

function takesOf(
  { quiz, plan, startedAt }: QuizSession,
  { missed }: QuizScore,
  { rows, history }: { rows: readonly ResultRow[]; history: readonly QuizSummary[] },
) {
  const right = groupRows(rows).right.map(({ card }) => card.id);
  return takesBefore({ quiz, plan, startedAt, right, missed }, history);
}
