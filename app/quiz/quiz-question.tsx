"use client";

import { useEffect, useMemo, useRef } from "react";
import { drawCard } from "#core/content/draw-card";
import type { DeckIndex } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import type { Answer } from "#core/grading/types";
import { canOverrule, type QuizEvent } from "#core/quiz/advance-quiz";
import type { QuizSession, QuizStage } from "#core/quiz/quiz-session";
import { displayOrder } from "#core/session/display-order";
import { cardText } from "#core/text/card-text";
import { keyText } from "#core/text/key-text";
import { quizText } from "#core/text/quiz-text";
import { preloadCommandGrader, withVerdict } from "#local/command-grader";
import { findCard } from "#local/deck-store";
import { deviceNow } from "#local/device-time";
import { newId } from "#local/new-id";
import { sendReport } from "#local/send-report";
import { useLearner } from "#local/use-learner";
import { AnswerNotes } from "#ui/answers/answer-notes";
import { CardBack } from "#ui/card-back";
import { CardFront } from "#ui/card-front";
import { CardQuestion } from "#ui/card-question";
import controls from "#ui/controls.module.css";
import { focusCard, focusVerdict } from "#ui/focus";
import { Key } from "#ui/key";
import { KeyHints } from "#ui/key-hints";
import { ReportButton } from "#ui/report-button";
import { RichText } from "#ui/rich-text";
import { Train } from "#ui/train";
import { useKeys } from "#ui/use-keys";
import { VerdictLine } from "#ui/verdict-line";
import styles from "./quiz.module.css";

type Props = {
  index: DeckIndex;
  session: QuizSession;
  stage: Exclude<QuizStage, { at: "finished" }>;
  onEvent: (event: QuizEvent) => void;
};

/** One question, then its verdict and explanation. */
export function QuizQuestion(props: Props) {
  const { index, session, stage, onEvent } = props;
  const entry = index.cards.find((c) => c.id === session.plan.questions[stage.question]?.card);
  const shown = entry && findCard(entry.topic, entry.id);
  const machine = shown && isMachineGraded(shown.card.kind);
  const skips = !machine;
  useEffect(() => {
    // A question whose card has left the deck cannot be asked.
    if (skips) onEvent({ type: "skip", now: deviceNow(), id: newId() });
  }, [skips, onEvent]);
  return (
    <div className={styles.column}>
      <QuizTrain {...props} />
      {shown && <Question key={stage.question} {...props} shown={shown} />}
    </div>
  );
}

type Shown = NonNullable<ReturnType<typeof findCard>>;

function Question({ index, session, stage, onEvent, shown }: Props & { shown: Shown }) {
  const { concept } = shown;
  const place = useRef<HTMLElement>(null);
  const shortcuts = useLearner()?.settings.shortcuts ?? true;
  const seed = session.plan.questions[stage.question]?.seed ?? 0;
  const card = useMemo(() => drawCard(shown.card, seed), [shown.card, seed]);
  const topic = index.topics.find((t) => t.id === card.topic);
  const feedback = stage.at === "feedback" ? stage : null;
  const answered = feedback !== null;
  const next = () => onEvent({ type: "next", now: deviceNow(), id: newId() });
  const overrule = () =>
    onEvent({ type: "overrule", now: deviceNow(), id: newId(), voidId: newId() });
  const answer = (given: Answer) => {
    if (card.kind === "recall" || card.kind === "list") return;
    const now = deviceNow();
    const id = newId();
    withVerdict(card, given, (verdict) => {
      if (verdict) onEvent({ type: "answer", card, answer: given, verdict, now, id });
    });
  };
  const mayOverrule = feedback !== null && canOverrule(feedback);
  useEffect(() => focusCard(place.current), []);
  useEffect(() => {
    if (card.kind === "command") preloadCommandGrader();
  }, [card.kind]);
  useEffect(() => (answered ? focusVerdict(place.current) : undefined), [answered]);
  useKeys(
    feedback ? { space: next, Enter: next, i: mayOverrule ? overrule : null } : {},
    shortcuts,
  );
  if (!topic) return null;
  const text = cardText();
  return (
    <article ref={place} data-section={topic.section}>
      <CardFront card={card} topic={topic} />
      <CardQuestion
        card={card}
        display={displayOrder(card, seed)}
        given={feedback?.review.answer ?? null}
        verdict={feedback?.verdict ?? null}
        shortcuts={shortcuts}
        onAnswer={answer}
      />
      {stage.at === "asking" && stage.problem && (
        <p role="alert" className={styles.problem}>
          <RichText text={stage.problem.reasons[0] ?? ""} />
        </p>
      )}
      {stage.at === "asking" && (
        <button
          type="button"
          className={controls.quiet}
          onClick={() => answer({ kind: "none", asked: card.kind })}
        >
          {text.doNotKnow}
        </button>
      )}
      {feedback && (
        <>
          <VerdictLine verdict={feedback.verdict} overruled={feedback.review.overruled} />
          {mayOverrule && (
            <button type="button" className={controls.quiet} onClick={overrule}>
              {text.iWasRight}
            </button>
          )}
          <AnswerNotes card={card} given={feedback.review.answer} />
          <CardBack card={card} concept={concept} />
          <div className={controls.actions}>
            <button type="button" className={controls.strong} onClick={next}>
              {isLast(session) ? quizText().seeResult : quizText().nextQuestion}{" "}
              <Key name="space" />
            </button>
          </div>
          <ReportButton card={card} onReport={sendReport} />
          <KeyHints
            hints={[
              { keys: "space", does: keyText().next },
              ...(mayOverrule ? [{ keys: "i", does: keyText().iWasRight }] : []),
            ]}
          />
        </>
      )}
    </article>
  );
}

function isLast({ answers }: QuizSession): boolean {
  return answers.every((answer) => answer !== null);
}

function QuizTrain({ index, session, stage }: Props) {
  const topics = new Map(index.cards.map((card) => [card.id, card.topic]));
  const sections = new Map(index.topics.map((topic) => [topic.id, topic.section]));
  const { questions } = session.plan;
  return (
    <Train
      label={quizText().place(stage.question + 1, questions.length)}
      wagons={questions.map(({ card }, place) => {
        const answer = session.answers[place];
        const current = place === stage.question;
        return {
          key: card,
          section: sections.get(topics.get(card) ?? "") ?? "docker",
          place: current ? "current" : answer ? "done" : "ahead",
          missed: answer ? answer.verdict !== "correct" && !answer.overruled : false,
        };
      })}
    />
  );
}
