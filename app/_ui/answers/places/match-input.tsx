"use client";

import { type KeyboardEvent, useState } from "react";
import { plainText } from "#core/content/inline";
import { whysInOrder } from "#core/feedback/whys-in-order";
import type { Verdict } from "#core/grading/types";
import { answerText } from "#core/text/study/answer-text";
import { type AnswerProps, inOrder } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { useDraft } from "#ui/answers/parts/draft";
import { Mark } from "#ui/answers/parts/mark";
import { Why } from "#ui/answers/parts/why";
import controls from "#ui/controls.module.css";
import { HandInForm } from "#ui/form/hand-in";
import { useSubmitWords } from "#ui/form/submit-words";
import { useKeys } from "#ui/keys/use-keys";
import { RichText } from "#ui/rich-text";

/** Each left side with a list of all right sides to choose from. */
export function MatchInput(props: AnswerProps<"match">) {
  const { card, display, given, verdict, shortcuts, onAnswer } = props;
  const [rights, setRights] = useState<readonly (number | null)[]>(
    given?.rights ?? card.pairs.map(() => null),
  );
  useDraft({ kind: "match", rights: [...rights] });
  const words = useSubmitWords();
  const hand = () => onAnswer({ kind: "match", rights: [...rights] });
  useKeys(verdict ? {} : { Enter: hand }, shortcuts);
  if (verdict) return <MatchReview card={card} given={given?.rights ?? []} verdict={verdict} />;

  const choices = uniqueRights(inOrder(card.pairs, display));
  const set = (left: number, value: string) =>
    setRights((now) => now.map((old, i) => (i === left ? (value === "" ? null : +value) : old)));
  const text = answerText();
  return (
    <HandInForm words={words} onHandIn={hand}>
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
              onKeyDown={handInWithEnter}
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
    </HandInForm>
  );
}

/** Several lefts may share a right side: it is offered once. */
function uniqueRights<T extends { item: { right: string } }>(rows: T[]): T[] {
  return rows.filter((row, at) => rows.findIndex((r) => r.item.right === row.item.right) === at);
}

/** Browsers differ in what Enter does to a list that is closed; in an open one it chooses. */
function handInWithEnter(event: KeyboardEvent<HTMLSelectElement>) {
  const { key, currentTarget: list } = event;
  if (key !== "Enter" || event.repeat || isOpen(list)) return;
  event.preventDefault();
  list.form?.requestSubmit();
}

function isOpen(list: HTMLSelectElement): boolean {
  return CSS.supports("selector(:open)") && list.matches(":open");
}

type ReviewProps = {
  card: AnswerProps<"match">["card"];
  given: readonly (number | null)[];
  verdict: Verdict;
};

function MatchReview({ card, given, verdict }: ReviewProps) {
  const whys = whysInOrder(
    card.pairs.map(({ why }) => why),
    verdict.reasons,
  );
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
              <Why text={whys[left]} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
