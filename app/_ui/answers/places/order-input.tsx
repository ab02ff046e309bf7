"use client";

import { useState } from "react";
import { whysInOrder } from "#core/feedback/whys-in-order";
import type { Verdict } from "#core/grading/types";
import { answerText } from "#core/text/study/answer-text";
import type { AnswerProps } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { useDraft } from "#ui/answers/parts/draft";
import { Mark } from "#ui/answers/parts/mark";
import { Why } from "#ui/answers/parts/why";
import controls from "#ui/controls.module.css";
import { HandInForm } from "#ui/form/hand-in";
import { useSubmitWords } from "#ui/form/submit-words";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import { RichText } from "#ui/rich-text";
import { movedTo, type Placing, placedNext, placedOf, placingOf } from "./placing";

/**
 * Rows to bring into order. Three ways lead there: tapping (or pressing the number of) the rows one
 * after the other puts them first, second, third; the arrow keys move the focused row; a mouse
 * drags it. A row's key stays its own wherever it stands; a place it has once it was put there.
 */
export function OrderInput(props: AnswerProps<"order">) {
  const { card, display, given, verdict, shortcuts, onAnswer } = props;
  const [placing, setPlacing] = useState<Placing>(() => placingOf(display, given?.order ?? []));
  const [dragged, setDragged] = useState<number | null>(null);
  const words = useSubmitWords();
  const answer = { kind: "order", order: placedOf(placing) } as const;
  useDraft(answer);
  const hand = () => onAnswer(answer);
  const place = (index: number) => setPlacing((now) => placedNext(now, index));
  const move = (index: number, to: number) => setPlacing((now) => movedTo(now, index, to));
  const numbers = display.map((index, number) => [`${number + 1}`, () => place(index)] as const);
  useKeys(verdict ? {} : { ...Object.fromEntries(numbers), Enter: hand }, shortcuts);

  if (verdict) return <OrderReview card={card} given={given?.order ?? []} verdict={verdict} />;
  const text = answerText();
  return (
    <HandInForm words={words} onHandIn={hand}>
      <p className={styles.legend}>
        {text.putInOrder} <span className={controls.byKeys}>{text.orMove}</span>
      </p>
      <ol className={styles.rows}>
        {placing.order.map((index, position) => (
          <li
            key={index}
            draggable
            onDragStart={() => setDragged(index)}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged !== null && dragged !== index) move(dragged, position);
            }}
            onDragEnd={() => setDragged(null)}
          >
            <button
              type="button"
              className={styles.option}
              aria-pressed={position < placing.placed}
              onClick={() => place(index)}
              onKeyDown={(event) => {
                if (event.key === "ArrowUp") move(index, position - 1);
                else if (event.key === "ArrowDown") move(index, position + 1);
                else return;
                event.preventDefault();
              }}
            >
              <span className={styles.position} data-set={position < placing.placed || undefined}>
                {position < placing.placed ? position + 1 : ""}
              </span>
              <span>
                <RichText text={card.items[index]?.text ?? ""} />
              </span>
              <Key name={display.indexOf(index) + 1} />
            </button>
          </li>
        ))}
      </ol>
    </HandInForm>
  );
}

type ReviewProps = {
  card: AnswerProps<"order">["card"];
  given: readonly number[];
  verdict: Verdict;
};

/** The right order, and of what the verdict finds out of place where it was put. */
function OrderReview({ card, given, verdict }: ReviewProps) {
  const whys = whysInOrder(
    card.items.map(({ why }) => why),
    verdict.reasons,
  );
  const inPlace = new Set(verdict.parts.flatMap(({ index, right }) => (right ? [index] : [])));
  return (
    <ol className={styles.review}>
      {card.items.map((item, position) => {
        const yours = given.indexOf(position);
        const right = inPlace.has(position);
        return (
          <li key={item.text}>
            <Mark right={right} />
            <div>
              <p>
                {position + 1}. <RichText text={item.text} />
                {!right && yours >= 0 && (
                  <span className={styles.yours}> {answerText().youPutItAt(yours + 1)}</span>
                )}
              </p>
              <Why text={whys[position]} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
