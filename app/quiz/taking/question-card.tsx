"use client";

import { useEffect, useRef, useState } from "react";
import { isOptionCard } from "#core/grading/kinds/option-card";
import type { Answer } from "#core/grading/types";
import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import { isExam, type QuizSession, type QuizStage } from "#core/quiz/taking/quiz-session";
import { displayOrder } from "#core/session/display-order";
import { preloadCommandGrader, withVerdict } from "#local/deck/command-grader";
import { deviceNow } from "#local/store/device-time";
import { keptDraft } from "#local/store/kept-drafts";
import { currentOwner } from "#local/store/learner";
import { newId } from "#local/store/new-id";
import { useLearner } from "#local/store/use-learner";
import styles from "#quiz/quiz.module.css";
import { BottomBar } from "#ui/bar/bottom-bar";
import { AskedBar } from "#ui/card/asked-bar";
import { CardFront } from "#ui/card/card-front";
import { CardQuestion } from "#ui/card/card-question";
import { TalkNote } from "#ui/card/talk-note";
import { HandedInAtProvider } from "#ui/form/hand-in";
import { focusCard } from "#ui/keys/focus";
import { RichText } from "#ui/rich-text";
import { AtRest } from "./at-rest";
import { ConfidenceTap } from "./confidence-tap";
import type { AskedQuestion } from "./question-at";
import { QuestionFeedback, QuestionFindings } from "./question-feedback";

type Props = {
  session: QuizSession;
  stage: Extract<QuizStage, { question: number }>;
  onEvent: (event: QuizEvent) => void;
  asked: AskedQuestion;
};

/** The form that takes the answer. Its button stands in the bar; an exam's bar leads on and needs none. */
const form = "answer";

/** The card of a question: to be answered, to be sure of, and then with what was found. */
export function QuestionCard({ session, stage, onEvent, asked }: Props) {
  const place = useRef<HTMLElement>(null);
  const shortcuts = useLearner()?.settings.shortcuts ?? true;
  const { card, concept, topic, seed } = asked;
  const [draft] = useState(() => keptDraft(currentOwner(), session.quiz, { card: card.id }));
  const feedback = stage.at === "feedback" ? stage : null;
  const answer = (given: Answer) => {
    const now = deviceNow();
    const id = newId();
    withVerdict(card, given, (verdict) => {
      if (verdict) onEvent({ type: "answer", card, answer: given, verdict, now, id });
    });
  };
  useEffect(() => focusCard(place.current), []);
  useEffect(() => {
    if (card.kind === "command") preloadCommandGrader();
  }, [card.kind]);
  return (
    <article
      ref={place}
      data-section={topic.section}
      data-shortcuts={shortcuts ? undefined : "off"}
    >
      <CardFront card={card} topic={topic} />
      {feedback && <QuestionFindings {...{ session, feedback, shortcuts, onEvent }} />}
      <AtRest resting={stage.at === "sure"}>
        <HandedInAtProvider value={asksInForm(session) ? null : form}>
          <CardQuestion
            card={card}
            display={displayOrder(card, seed)}
            given={givenIn(session, stage) ?? draft?.answer ?? null}
            verdict={feedback?.verdict ?? null}
            shortcuts={shortcuts}
            onAnswer={answer}
            form={session.plan.style === "options" ? "one-by-one" : "whole"}
            memoryKey={`${session.quiz}.${card.id}`}
          />
        </HandedInAtProvider>
      </AtRest>
      {stage.at === "asking" && stage.problem && (
        <p role="alert" className={styles.problem}>
          <RichText text={stage.problem.reasons[0] ?? ""} />
        </p>
      )}
      {stage.at === "asking" && !isExam(session) && (
        <AskedBar
          card={card}
          form={form}
          whole={session.plan.style !== "options" || !isOptionCard(card)}
          onReveal={() => answer({ kind: "none", asked: card.kind })}
        />
      )}
      {stage.at === "sure" && (
        <BottomBar>
          <ConfidenceTap
            shortcuts={shortcuts}
            onSay={(confidence) => onEvent({ type: "sure", confidence })}
          />
        </BottomBar>
      )}
      {feedback && <QuestionFeedback {...{ card, concept, feedback }} />}
      {session.answers.every((given) => given === null) && <TalkNote />}
    </article>
  );
}

/** An exam that asks how sure one is has a button of its own for it: its bar only leads on. */
const asksInForm = (session: QuizSession): boolean =>
  isExam(session) && session.plan.asksConfidence === true;

/** What the inputs begin with. */
function givenIn(session: QuizSession, stage: Props["stage"]): Answer | null {
  switch (stage.at) {
    case "feedback":
      return stage.review.answer;
    case "sure":
      return stage.pending.answer;
    case "asking":
      return session.given[stage.question]?.answer ?? null;
  }
}
