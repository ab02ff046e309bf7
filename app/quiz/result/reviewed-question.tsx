"use client";

import { useMemo } from "react";
import type { Answer } from "#core/grading/types";
import { displayOrder } from "#core/session/display-order";
import { confidenceText } from "#core/text/quiz/confidence-text";
import { quizResultText } from "#core/text/quiz/quiz-result-text";
import { sendReport } from "#local/sync/send-report";
import { AnswerNotes } from "#ui/answers/answer-notes";
import { CardBack } from "#ui/card/card-back";
import { CardFront } from "#ui/card/card-front";
import { CardQuestion } from "#ui/card/card-question";
import { VerdictLine } from "#ui/card/verdict-line";
import { ReportButton } from "#ui/report/report-button";
import styles from "./result.module.css";
import type { ResultRow } from "./result-rows";
import { useVerdict } from "./use-verdict";

/** A question of the past: what was answered, what is right and why, then and now. */
export function ReviewedQuestion({ row, open }: { row: ResultRow; open: boolean }) {
  const { card, concept, topic, review, seed } = row;
  const given = useMemo(
    (): Answer => review?.answer ?? row.given ?? { kind: "none", asked: card.kind },
    [review, row.given, card],
  );
  const verdict = useVerdict(card, given);
  if (!verdict) return null;
  const text = quizResultText();
  return (
    <details open={open} className={styles.question} data-section={topic.section}>
      <summary>
        <CardFront card={card} topic={topic} level={3} />
      </summary>
      <CardQuestion
        card={card}
        display={displayOrder(card, seed)}
        given={given}
        verdict={verdict}
        shortcuts={false}
        onAnswer={() => undefined}
      />
      {review ? (
        <VerdictLine verdict={verdict} overruled={review.overruled} />
      ) : (
        <p className={styles.notAnswered}>{text.notAnswered}</p>
      )}
      {review && review.confidence !== null && (
        <p className={styles.muted}>{text.said(confidenceText().levels[review.confidence])}</p>
      )}
      <AnswerNotes card={card} given={given} />
      <CardBack card={card} concept={concept} />
      <div className={styles.notOnPaper}>
        <ReportButton card={card} onReport={sendReport} />
      </div>
    </details>
  );
}
