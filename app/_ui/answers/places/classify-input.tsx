"use client";

import { useState } from "react";
import { whysInOrder } from "#core/feedback/whys-in-order";
import type { Verdict } from "#core/grading/types";
import { answerText } from "#core/text/study/answer-text";
import { type AnswerProps, inOrder } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { useDraft } from "#ui/answers/parts/draft";
import { Mark } from "#ui/answers/parts/mark";
import { Why } from "#ui/answers/parts/why";
import { HandInForm } from "#ui/form/hand-in";
import { useSubmitWords } from "#ui/form/submit-words";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import { RichText } from "#ui/rich-text";

/** Each item with the bins to choose from; a number puts the first open item into that bin. */
export function ClassifyInput(props: AnswerProps<"classify">) {
  const { card, display, given, verdict, shortcuts, onAnswer } = props;
  const [bins, setBins] = useState<readonly (number | null)[]>(
    given?.bins ?? card.items.map(() => null),
  );
  const rows = inOrder(card.items, display);
  const open = rows.find(({ index }) => bins[index] === null)?.index;
  const put = (item: number | undefined, bin: number) =>
    setBins((now) => now.map((old, i) => (i === item ? bin : old)));
  useDraft({ kind: "classify", bins: [...bins] });
  const words = useSubmitWords();
  const hand = () => onAnswer({ kind: "classify", bins: [...bins] });
  const numbers = card.bins.map((_, bin) => [`${bin + 1}`, () => put(open, bin)] as const);
  useKeys(verdict ? {} : { ...Object.fromEntries(numbers), Enter: hand }, shortcuts);

  if (verdict) return <ClassifyReview {...{ card, display, given, verdict }} />;
  return (
    <HandInForm words={words} onHandIn={hand}>
      {rows.map(({ index, item }) => (
        <fieldset key={index} className={styles.sort} data-open={index === open || undefined}>
          <legend>
            <RichText text={item.text} />
          </legend>
          <div className={styles.bins}>
            {card.bins.map((name, bin) => (
              <label key={name}>
                <input
                  type="radio"
                  name={`item-${index}`}
                  checked={bins[index] === bin}
                  onChange={() => put(index, bin)}
                />
                <span>
                  <RichText text={name} />
                  {index === open && (
                    <>
                      {" "}
                      <Key name={bin + 1} />
                    </>
                  )}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </HandInForm>
  );
}

type ReviewProps = Pick<AnswerProps<"classify">, "card" | "display" | "given"> & {
  verdict: Verdict;
};

function ClassifyReview({ card, display, given, verdict }: ReviewProps) {
  const rows = inOrder(card.items, display);
  const whys = whysInOrder(
    rows.map(({ item }) => item.why),
    verdict.reasons,
  );
  return (
    <ul className={styles.review}>
      {rows.map(({ index, item }, place) => {
        const chosen = given?.bins[index] ?? null;
        const right = chosen === item.bin;
        return (
          <li key={index}>
            <Mark right={right} />
            <div>
              <p>
                <RichText text={item.text} />
                <span className={styles.bin}>
                  <RichText text={card.bins[item.bin] ?? ""} />
                </span>
                {!right && chosen !== null && (
                  <span className={styles.yours}>
                    {" "}
                    <RichText text={answerText().youChose(card.bins[chosen] ?? "")} />
                  </span>
                )}
              </p>
              <Why text={whys[place]} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
