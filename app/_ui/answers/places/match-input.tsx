"use client";

import { type FormEvent, useState } from "react";
import { plainText } from "#core/content/inline";
import { answerText } from "#core/text/study/answer-text";
import { type AnswerProps, inOrder } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { useDraft } from "#ui/answers/parts/draft";
import { Mark } from "#ui/answers/parts/mark";
import controls from "#ui/controls.module.css";
import { useSubmitWords } from "#ui/form/submit-words";
import { RichText } from "#ui/rich-text";

/** Each left side with a list of all right sides to choose from. */
export function MatchInput({ card, display, given, verdict, onAnswer }: AnswerProps<"match">) {
  const [rights, setRights] = useState<readonly (number | null)[]>(
    given?.rights ?? card.pairs.map(() => null),
  );
  useDraft({ kind: "match", rights: [...rights] });
  const words = useSubmitWords();
  if (verdict) return <MatchReview card={card} given={given?.rights ?? []} />;

  const choices = uniqueRights(inOrder(card.pairs, display));
  const set = (left: number, value: string) =>
    setRights((now) => now.map((old, i) => (i === left ? (value === "" ? null : +value) : old)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAnswer({ kind: "match", rights: [...rights] });
  };
  const text = answerText();
  return (
    <form onSubmit={submit}>
      <ul className={styles.pairs}>
        {card.pairs.map((pair, left) => (
          <li key={pair.left}>
            <label htmlFor={`match-${left}`}>
              <RichText text={pair.left} />
            </label>
            <select
              id={`match-${left}`}
              className={controls.input}
              value={rights[left] ?? ""}
              onChange={(event) => set(left, event.target.value)}
            >
              <option value="">{text.choose}</option>
              {choices.map(({ index, item }) => (
                <option key={index} value={index}>
                  {plainText(item.right)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <div className={controls.actions}>
        <button type="submit" className={controls.strong}>
          {words}
        </button>
      </div>
    </form>
  );
}

/** Several lefts may share a right side: it is offered once. */
function uniqueRights<T extends { item: { right: string } }>(rows: T[]): T[] {
  return rows.filter((row, at) => rows.findIndex((r) => r.item.right === row.item.right) === at);
}

type ReviewProps = { card: AnswerProps<"match">["card"]; given: readonly (number | null)[] };

function MatchReview({ card, given }: ReviewProps) {
  return (
    <ul className={styles.review}>
      {card.pairs.map((pair, left) => {
        const chosen = card.pairs[given[left] ?? -1]?.right;
        const right = chosen === pair.right;
        return (
          <li key={pair.left}>
            <Mark right={right} />
            <div>
              <p className={styles.left}>
                <RichText text={pair.left} />
              </p>
              <p>
                <RichText text={pair.right} />
                {!right && chosen !== undefined && (
                  <span className={styles.yours}>
                    {" "}
                    <RichText text={answerText().youChose(chosen)} />
                  </span>
                )}
              </p>
              {pair.why && (
                <p className={styles.why}>
                  <RichText text={pair.why} />
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
