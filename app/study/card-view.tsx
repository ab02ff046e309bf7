"use client";

import { useEffect, useRef } from "react";
import type { DrawnCard } from "#core/content/draw-card";
import type { Concept, Topic } from "#core/content/types";
import type { Answer } from "#core/grading/types";
import type { Rating } from "#core/log/types";
import { waitWords } from "#core/scheduling/wait-words";
import { displayOrder } from "#core/session/display-order";
import type { Answered, Current } from "#core/session/session";
import { canJudge, canOverrule, ratingsFor, type SessionEvent } from "#core/session/step-session";
import { cardText } from "#core/text/study/card-text";
import { keyText } from "#core/text/study/key-text";
import { studyText } from "#core/text/study/study-text";
import { preloadCommandGrader, withVerdict } from "#local/deck/command-grader";
import { deviceNow } from "#local/store/device-time";
import { newId } from "#local/store/new-id";
import { useLearner } from "#local/store/use-learner";
import { sendReport } from "#local/sync/send-report";
import { AnswerNotes } from "#ui/answers/answer-notes";
import { CardBack } from "#ui/card/card-back";
import { CardFront } from "#ui/card/card-front";
import { CardQuestion } from "#ui/card/card-question";
import { RatingBar } from "#ui/card/rating-bar";
import { VerdictLine } from "#ui/card/verdict-line";
import controls from "#ui/controls.module.css";
import { focusCard, focusVerdict } from "#ui/keys/focus";
import { Key } from "#ui/keys/key";
import { KeyHints } from "#ui/keys/key-hints";
import { useKeys } from "#ui/keys/use-keys";
import { ReportButton } from "#ui/report/report-button";
import { RichText } from "#ui/rich-text";
import { KeysDialog } from "./keys-dialog";
import styles from "./study.module.css";

const ratings = ["again", "hard", "good", "easy"] as const;

type Props = {
  card: DrawnCard;
  concept: Concept;
  topic: Topic;
  current: Current;
  canUndo: boolean;
  step: (event: SessionEvent) => void;
};

/** One card on the screen: its question, then its verdict, its back and the four ratings. */
export function CardView({ card, concept, topic, current, canUndo, step }: Props) {
  const place = useRef<HTMLElement>(null);
  const shortcuts = useLearner()?.settings.shortcuts ?? true;
  const dialog = useRef<HTMLDialogElement>(null);
  const answered = current.phase === "answered" ? current : null;
  const act = actions(card, step);
  const showKeys = () => dialog.current?.showModal();

  const isAnswered = answered !== null;
  useEffect(() => focusCard(place.current), []);
  useEffect(() => {
    if (card.kind === "command") preloadCommandGrader();
  }, [card.kind]);
  useEffect(() => (isAnswered ? focusVerdict(place.current) : undefined), [isAnswered]);
  useKeys(
    {
      ...(answered ? ratingKeys(answered, act.rate) : { space: act.reveal }),
      i: answered && canOverrule(answered) ? act.overrule : null,
      u: canUndo ? act.undo : null,
      "?": showKeys,
    },
    shortcuts,
  );

  return (
    <article ref={place} data-section={topic.section}>
      <CardFront card={card} topic={topic} />
      {(card.kind !== "list" || current.phase !== "asked") && (
        <CardQuestion
          card={card}
          display={displayOrder(card, current.seed)}
          given={answered?.answer ?? null}
          verdict={answered?.verdict ?? null}
          shortcuts={shortcuts}
          onAnswer={act.answer}
        />
      )}
      {current.phase === "asked" && current.verdict && (
        <div role="alert" className={styles.unreadable}>
          <p>
            <RichText text={current.verdict.reasons[0] ?? ""} />
          </p>
          {canJudge(current) && (
            <button type="button" className={controls.quiet} onClick={act.judge}>
              {studyText().rateYourself}
            </button>
          )}
        </div>
      )}
      {answered ? (
        <AnsweredPart {...{ card, concept, answered, act }} />
      ) : (
        current.phase === "asked" && <RevealButton card={card} onReveal={act.reveal} />
      )}
      <KeyHints hints={hintsFor(card, current, canUndo)} />
      {canUndo && (
        <button
          type="button"
          className={shortcuts ? styles.touchUndo : controls.quiet}
          onClick={act.undo}
        >
          {studyText().undo}
        </button>
      )}
      {!shortcuts && (
        <button type="button" className={controls.quiet} onClick={showKeys}>
          {keyText().title}
        </button>
      )}
      <KeysDialog ref={dialog} />
    </article>
  );
}

type Actions = ReturnType<typeof actions>;

function actions(card: DrawnCard, step: (event: SessionEvent) => void) {
  return {
    reveal: () => step({ type: "reveal", card, now: deviceNow() }),
    answer: (answer: Answer) => {
      const now = deviceNow();
      withVerdict(card, answer, (verdict) => step({ type: "answer", card, answer, verdict, now }));
    },
    judge: () => step({ type: "judge", card, now: deviceNow() }),
    overrule: () => step({ type: "overrule", card }),
    rate: (rating: Rating) => step({ type: "rate", card, rating, id: newId(), now: deviceNow() }),
    undo: () => step({ type: "undo", id: newId(), now: deviceNow() }),
  };
}

function ratingKeys(answered: Answered, rate: (rating: Rating) => void) {
  const { preselected } = ratingsFor(answered);
  const numbers = ratings.map((rating, place) => [`${place + 1}`, () => rate(rating)] as const);
  const next = () => rate(preselected);
  return { ...Object.fromEntries(numbers), space: next, Enter: next };
}

function hintsFor(card: DrawnCard, current: Current, canUndo: boolean) {
  const isTyped = takesTyping(card);
  const text = keyText();
  const answered = current.phase === "answered" ? current : null;
  return [
    ...(answered ? [{ keys: "space", does: text.ratings[ratingsFor(answered).preselected] }] : []),
    ...(current.phase === "asked" && !isTyped ? [{ keys: "space", does: text.showAnswer }] : []),
    ...(answered && canOverrule(answered) ? [{ keys: "i", does: text.iWasRight }] : []),
    ...(canUndo ? [{ keys: "u", does: text.undo }] : []),
    { keys: "?", does: text.allKeys },
  ];
}

function takesTyping(card: DrawnCard): boolean {
  if (card.kind === "output") return card.asked.as === "text";
  return card.kind === "cloze" || card.kind === "text" || card.kind === "command";
}

function RevealButton({ card, onReveal }: { card: DrawnCard; onReveal: () => void }) {
  const isAsked = card.kind === "recall" || card.kind === "list";
  return (
    <div className={controls.actions}>
      <button
        type="button"
        className={isAsked ? controls.strong : controls.quiet}
        onClick={onReveal}
      >
        {isAsked ? cardText().showAnswer : cardText().doNotKnow}
        {isAsked && <Key name="space" />}
      </button>
    </div>
  );
}

type AnsweredProps = Pick<Props, "card" | "concept"> & { answered: Answered; act: Actions };

/** What stands below the question once it is answered. */
function AnsweredPart({ card, concept, answered, act }: AnsweredProps) {
  const { allowed, preselected } = ratingsFor(answered);
  return (
    <>
      {answered.verdict ? (
        <VerdictLine verdict={answered.verdict} overruled={answered.overruled} />
      ) : (
        <h2 className={styles.answer} tabIndex={-1} data-verdict>
          {card.kind === "recall" && <RichText text={card.answer} />}
        </h2>
      )}
      {canOverrule(answered) && (
        <button type="button" className={controls.quiet} onClick={act.overrule}>
          {cardText().iWasRight}
        </button>
      )}
      <AnswerNotes card={card} given={answered.answer} />
      <CardBack card={card} concept={concept} />
      <RatingBar
        preselected={preselected}
        onRate={act.rate}
        choices={ratings.map((rating) => ({
          rating,
          comesBack: waitWords(answered.outlooks[rating]),
          allowed: allowed.includes(rating),
        }))}
      />
      <ReportButton card={card} onReport={sendReport} />
    </>
  );
}
