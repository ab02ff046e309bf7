"use client";

import { type FormEvent, useState } from "react";
import { answerText } from "#core/text/study/answer-text";
import { type AnswerProps, inOrder } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { useDraft } from "#ui/answers/parts/draft";
import { Mark } from "#ui/answers/parts/mark";
import controls from "#ui/controls.module.css";
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

  if (verdict) return <ClassifyReview card={card} display={display} given={given?.bins ?? []} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    hand();
  };
  return (
    <form onSubmit={submit}>
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
      <div className={controls.actions}>
        <button type="submit" className={controls.strong}>
          {words} <Key name="Enter" />
        </button>
      </div>
    </form>
  );
}

type ReviewProps = Pick<AnswerProps<"classify">, "card" | "display"> & {
  given: readonly (number | null)[];
};

function ClassifyReview({ card, display, given }: ReviewProps) {
  return (
    <ul className={styles.review}>
      {inOrder(card.items, display).map(({ index, item }) => {
        const chosen = given[index] ?? null;
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
              <p className={styles.why}>
                <RichText text={item.why} />
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
