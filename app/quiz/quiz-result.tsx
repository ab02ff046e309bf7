"use client";

import { useEffect, useRef } from "react";
import { type DrawnCard, drawCard } from "#core/content/draw-card";
import type { Concept, DeckIndex } from "#core/content/types";
import type { QuizSummary } from "#core/quiz/quiz-history";
import type { QuizSession, ReviewDraft } from "#core/quiz/quiz-session";
import { isRight, type QuizScore, scoreQuiz } from "#core/quiz/score-quiz";
import { displayOrder } from "#core/session/display-order";
import { quizText } from "#core/text/quiz-text";
import { findCard } from "#local/deck-store";
import { sendReport } from "#local/send-report";
import { AnswerNotes } from "#ui/answers/answer-notes";
import { CardBack } from "#ui/card-back";
import { CardFront } from "#ui/card-front";
import { CardQuestion } from "#ui/card-question";
import controls from "#ui/controls.module.css";
import { ReportButton } from "#ui/report-button";
import { VerdictLine } from "#ui/verdict-line";
import styles from "./quiz.module.css";
import { useVerdict } from "./use-verdict";

type Props = {
  index: DeckIndex;
  session: QuizSession;
  history: QuizSummary[];
  onRetake: (cards: readonly string[]) => void;
  onNew: () => void;
};

/** The score in words, by topic, and every question reviewed: missed ones first. */
export function QuizResult({ index, session, history, onRetake, onNew }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const rows = answeredRows(index, session);
  const cards = new Map(rows.map(({ card }) => [card.id, card]));
  const score = scoreQuiz({ plan: session.plan, answers: session.answers, index, cards });
  const missed = rows.filter(({ review }) => !isRight(review));
  const right = rows.filter(({ review }) => isRight(review));
  const everything = session.plan.questions.map(({ card }) => card);
  const text = quizText();
  return (
    <div className={styles.column}>
      <p className={styles.muted}>{text.kind(score.asked)}</p>
      <h1 ref={title} tabIndex={-1} className={styles.score}>
        {text.score(score.right, score.asked)}
      </h1>
      <p className={styles.lead}>{summaryWords(score, session, history)}</p>
      <div className={controls.actions}>
        {missed.length > 0 && (
          <button type="button" className={controls.strong} onClick={() => onRetake(score.missed)}>
            {text.retakeMissed}
          </button>
        )}
        <button type="button" className={controls.button} onClick={() => onRetake(everything)}>
          {text.retakeAll}
        </button>
        <button type="button" className={controls.button} onClick={onNew}>
          {text.newQuiz}
        </button>
      </div>
      <h2 className={styles.heading}>{text.byTopic}</h2>
      <TopicScores index={index} score={score} />
      {missed.length > 0 && <h2 className={styles.heading}>{text.notYet}</h2>}
      {missed.map((row) => (
        <ReviewedQuestion key={row.card.id} {...row} index={index} open />
      ))}
      {right.length > 0 && <h2 className={styles.heading}>{text.right}</h2>}
      {right.map((row) => (
        <ReviewedQuestion key={row.card.id} {...row} index={index} open={false} />
      ))}
    </div>
  );
}

type Row = { card: DrawnCard; concept: Concept; review: ReviewDraft; seed: number };

function answeredRows(index: DeckIndex, session: QuizSession): Row[] {
  return session.plan.questions.flatMap(({ card: id, seed }, place) => {
    const entry = index.cards.find((card) => card.id === id);
    const found = entry && findCard(entry.topic, id);
    const review = session.answers[place];
    return found && review ? [{ ...found, card: drawCard(found.card, seed), review, seed }] : [];
  });
}

function TopicScores({ index, score }: { index: DeckIndex; score: QuizScore }) {
  const titles = new Map(index.topics.map((topic) => [topic.id, topic.title]));
  const text = quizText();
  return (
    <table>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{text.topic}</th>
          <th scope="col">{text.right}</th>
        </tr>
      </thead>
      <tbody>
        {score.byTopic.map(({ topic, right, asked }) => (
          <tr key={topic}>
            <td>{titles.get(topic ?? "") ?? text.noLongerInDeck}</td>
            <td className={styles.number}>{text.score(right, asked)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ReviewedQuestion({
  card,
  concept,
  review,
  seed,
  index,
  open,
}: Row & { index: DeckIndex; open: boolean }) {
  const topic = index.topics.find((t) => t.id === card.topic);
  const verdict = useVerdict(card, review.answer);
  if (!topic || !verdict) return null;
  return (
    <details open={open} className={styles.question} data-section={topic.section}>
      <summary>
        <CardFront card={card} topic={topic} level={3} />
      </summary>
      <CardQuestion
        card={card}
        display={displayOrder(card, seed)}
        given={review.answer}
        verdict={verdict}
        shortcuts={false}
        onAnswer={() => undefined}
      />
      <VerdictLine verdict={verdict} overruled={review.overruled} />
      <AnswerNotes card={card} given={review.answer} />
      <CardBack card={card} concept={concept} />
      <ReportButton card={card} onReport={sendReport} />
    </details>
  );
}

function summaryWords(score: QuizScore, session: QuizSession, history: QuizSummary[]): string {
  const { missed, duration } = score;
  const minutes = Math.max(1, Math.round(duration / 60_000));
  const text = quizText();
  const words = [text.taken(minutes)];
  const before = earlierTake(session, history);
  if (before) words.push(text.takeBefore(before.score.right, before.score.asked));
  return [...words, text.missed(missed.length)].join(" ");
}

/** The last finished quiz before this one on the same cards. */
function earlierTake(session: QuizSession, history: QuizSummary[]): QuizSummary | undefined {
  const key = cardsKey(session.plan);
  const at = history.findIndex(({ quiz }) => quiz === session.quiz);
  const earlier = at < 0 ? history : history.slice(at + 1);
  return earlier.find(
    ({ quiz, plan, finishedAt }) =>
      quiz !== session.quiz && finishedAt !== null && cardsKey(plan) === key,
  );
}

function cardsKey({ questions }: QuizSession["plan"]): string {
  return questions
    .map(({ card }) => card)
    .sort()
    .join(" ");
}
