"use client";

import type { ReactNode } from "react";
import type { DrawnCard } from "#core/content/draw-card";
import type { Concept } from "#core/content/types";
import { ratings } from "#core/log/types";
import { waitWords } from "#core/scheduling/wait-words";
import type { Answered } from "#core/session/session";
import { canOverrule, ratingsFor } from "#core/session/step-session";
import { cardText } from "#core/text/study/card-text";
import { sendReport } from "#local/sync/send-report";
import { AnswerNotes } from "#ui/answers/answer-notes";
import { BottomBar } from "#ui/bar/bottom-bar";
import { CardBack } from "#ui/card/card-back";
import { VerdictLine } from "#ui/card/verdict-line";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/keys/key";
import { CardNote } from "#ui/marks/card-note";
import { ReportButton } from "#ui/report/report-button";
import { RichText } from "#ui/rich-text";
import type { CardActions } from "./card-actions";
import { RatingBar } from "./rating-bar";
import styles from "./study.module.css";

type FindingsProps = {
  card: DrawnCard;
  answered: Answered;
  act: Pick<CardActions, "overrule" | "rate">;
  side: ReactNode;
};

/**
 * What was found of the answer, right below the question, and what to do now: next in reading order,
 * at the bottom edge of the screen.
 */
export function Findings({ card, answered, act, side }: FindingsProps) {
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
          {cardText().iWasRight} <Key name="i" />
        </button>
      )}
      <BottomBar side={side}>
        <RatingBar
          preselected={preselected}
          onRate={act.rate}
          choices={ratings.map((rating) => ({
            rating,
            comesBack: waitWords(answered.outlooks[rating]),
            allowed: allowed.includes(rating),
          }))}
        />
      </BottomBar>
    </>
  );
}

type AnsweredProps = {
  card: DrawnCard;
  concept: Concept;
  answered: Answered;
  /** The learner's own. */
  note: string | undefined;
};

/** What there is to read on, once a card is answered. */
export function AnsweredPart({ card, concept, answered, note }: AnsweredProps) {
  return (
    <>
      {note && <CardNote note={note} />}
      <AnswerNotes card={card} given={answered.answer} />
      <CardBack card={card} concept={concept} />
      <ReportButton card={card} onReport={sendReport} />
    </>
  );
}
