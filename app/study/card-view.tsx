"use client";

import { useEffect, useRef } from "react";
import type { DrawnCard } from "#core/content/draw-card";
import type { Concept, Topic } from "#core/content/types";
import type { MarkChoice } from "#core/log/mark-draft";
import type { Marks } from "#core/scheduling/types";
import { displayOrder } from "#core/session/display-order";
import type { Current } from "#core/session/session";
import { canJudge, canOverrule, type SessionEvent } from "#core/session/step-session";
import { markText } from "#core/text/study/mark-text";
import { studyText } from "#core/text/study/study-text";
import { preloadCommandGrader } from "#local/deck/command-grader";
import { useLearner } from "#local/store/use-learner";
import { DraftProvider } from "#ui/answers/parts/draft";
import { AskedBar } from "#ui/card/asked-bar";
import { CardFront } from "#ui/card/card-front";
import { CardQuestion } from "#ui/card/card-question";
import { TalkNote } from "#ui/card/talk-note";
import controls from "#ui/controls.module.css";
import { HandedInAtProvider } from "#ui/form/hand-in";
import { focusCard, focusVerdict } from "#ui/keys/focus";
import { useKeys } from "#ui/keys/use-keys";
import { FlagLine } from "#ui/marks/flag-line";
import { RichText } from "#ui/rich-text";
import { AnsweredPart, Findings } from "./answered-part";
import { type CardActions, cardActions } from "./card-actions";
import { KeysDialog } from "./keys-dialog";
import { CardMenu } from "./marks/card-menu";
import { ratingKeys } from "./rating-keys";
import { SideButtons } from "./side-buttons";
import styles from "./study.module.css";
import { useStudyDraft } from "./use-study-draft";

type Props = {
  card: DrawnCard;
  concept: Concept;
  topic: Topic;
  current: Current;
  /** Whether no card was rated yet: the talk is named where its slides are first cited. */
  isFirst: boolean;
  marks: Marks;
  /** What undo takes back, in words; null where that is nothing. */
  undoWords: string | null;
  step: (event: SessionEvent) => void;
  /** Tells what was done with the card. */
  onSay: (words: string) => void;
};

/** The form that takes the answer: its button stands in the bar. */
const form = "answer";

/** One card on the screen: its question, then its verdict, its back and the four ratings. */
export function CardView(props: Props) {
  const { card, concept, topic, current, isFirst, marks, undoWords, step, onSay } = props;
  const place = useRef<HTMLElement>(null);
  const shortcuts = useLearner()?.settings.shortcuts ?? true;
  const dialog = useRef<HTMLDialogElement>(null);
  const answered = current.phase === "answered" ? current : null;
  const act = cardActions(card, step);
  const { draft, keep } = useStudyDraft(card);
  const showKeys = () => dialog.current?.showModal();
  const takeBack = () => {
    act.undo();
    onSay(markText().takenBack);
  };
  const undo = undoWords === null ? null : takeBack;
  const mark = (choice: MarkChoice) => {
    act.mark(choice);
    onSay(markText().told(choice));
  };

  useFocus(place, answered !== null);
  useEffect(() => {
    if (card.kind === "command") preloadCommandGrader();
  }, [card.kind]);
  useKeys(
    {
      ...(answered ? ratingKeys(answered, act.rate) : { space: act.reveal }),
      i: answered && canOverrule(answered) ? act.overrule : null,
      u: undo,
      undo,
      "?": showKeys,
    },
    shortcuts,
  );
  const menu = <CardMenu {...{ marks, shortcuts, onSay }} onMark={mark} />;
  const side = (
    <SideButtons onUndo={undo} undoWords={undoWords ?? ""} onKeys={showKeys} menu={menu} />
  );
  return (
    <article
      ref={place}
      data-section={topic.section}
      data-shortcuts={shortcuts ? undefined : "off"}
    >
      <CardFront card={card} topic={topic} />
      {marks.flag && <FlagLine flag={marks.flag} />}
      {answered && <Findings {...{ card, answered, act, side }} />}
      {(card.kind !== "list" || current.phase !== "asked") && (
        <HandedInAtProvider value={form}>
          <DraftProvider value={keep}>
            <CardQuestion
              card={card}
              display={displayOrder(card, current.seed)}
              given={answered ? answered.answer : draft}
              verdict={answered?.verdict ?? null}
              shortcuts={shortcuts}
              onAnswer={act.answer}
            />
          </DraftProvider>
        </HandedInAtProvider>
      )}
      <Unreadable current={current} onJudge={act.judge} />
      {answered ? (
        <AnsweredPart {...{ card, concept, answered }} note={marks.note} />
      ) : (
        <AskedBar
          {...{ card, form, side }}
          onReveal={current.phase === "asked" ? act.reveal : null}
          bySpace
        />
      )}
      {isFirst && <TalkNote />}
      <KeysDialog ref={dialog} />
    </article>
  );
}

/** A new card is heard and ready for keys; so is what was found of its answer. */
function useFocus(place: React.RefObject<HTMLElement | null>, isAnswered: boolean) {
  useEffect(() => focusCard(place.current), [place]);
  useEffect(() => (isAnswered ? focusVerdict(place.current) : undefined), [place, isAnswered]);
}

type UnreadableProps = { current: Current; onJudge: CardActions["judge"] };

/** Why an answer could not be read: it may be given again, or rated by the learner. */
function Unreadable({ current, onJudge }: UnreadableProps) {
  if (current.phase !== "asked" || !current.verdict) return null;
  return (
    <div role="alert" className={styles.unreadable}>
      <p>
        <RichText text={current.verdict.reasons[0] ?? ""} />
      </p>
      {canJudge(current) && (
        <button type="button" className={controls.quiet} onClick={onJudge}>
          {studyText().rateYourself}
        </button>
      )}
    </div>
  );
}
