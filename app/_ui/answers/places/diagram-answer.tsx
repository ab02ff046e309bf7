"use client";

import { useState } from "react";
import { plainText } from "#core/content/inline";
import { labelsOf } from "#core/grading/verdict/labels-of";
import { diagramAnswerText } from "#core/text/study/diagram-answer-text";
import { type AnswerProps, inOrder } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { useDraft } from "#ui/answers/parts/draft";
import { Diagram } from "#ui/diagram/diagram";
import { HandInForm } from "#ui/form/hand-in";
import { useSubmitWords } from "#ui/form/submit-words";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import { RichText } from "#ui/rich-text";
import { DiagramReview } from "./diagram-review";

/**
 * The drawing with numbers in place of some labels. One number is the current one, chosen in the
 * drawing or below it; a label, by a tap or by its key, goes there, and the next open one is next.
 */
export function DiagramAnswer(props: AnswerProps<"diagram">) {
  const { card, display, given, verdict, shortcuts, onAnswer } = props;
  const text = diagramAnswerText();
  const { labels, current, said, pick, put } = useLabels(card, given?.labels);
  const all = labelsOf(card);
  const choices = inOrder(all, display).filter(({ item }, at, rows) => {
    // Two parts may be called alike: their label is offered once.
    return rows.findIndex((row) => row.item === item) === at;
  });
  useDraft({ kind: "diagram", labels: [...labels] });
  const words = useSubmitWords();
  const hand = () => onAnswer({ kind: "diagram", labels: [...labels] });
  const numbers = choices.map(({ index }, at) => [`${at + 1}`, () => put(index)] as const);
  useKeys(verdict ? {} : { ...Object.fromEntries(numbers), Enter: hand }, shortcuts);
  if (verdict) return <DiagramReview card={card} given={given?.labels ?? []} verdict={verdict} />;

  const labelAt = (place: number) => all[labels[place] ?? -1] ?? null;
  const blanks = new Map(
    card.places.map(({ part }, place) => [
      part,
      {
        number: place + 1,
        label: labelAt(place),
        current: place === current,
        onPick: () => pick(place),
      },
    ]),
  );
  return (
    <HandInForm words={words} onHandIn={hand}>
      <div className={styles.drawn}>
        <Diagram diagram={card.drawing} name={text.drawing(card.places.length)} blanks={blanks} />
        <div>
          <fieldset className={styles.places}>
            <legend className={styles.legend}>{text.legend}</legend>
            {card.places.map(({ part }, place) => {
              const label = labelAt(place);
              return (
                <button
                  key={part}
                  type="button"
                  className={styles.place}
                  aria-label={text.part(place + 1, label && plainText(label))}
                  aria-pressed={place === current}
                  data-filled={label !== null || undefined}
                  onClick={() => pick(place)}
                >
                  {place + 1}
                </button>
              );
            })}
          </fieldset>
          <fieldset className={styles.labels}>
            <legend>{text.labelsFor(current + 1)}</legend>
            {choices.map(({ index, item }, at) => (
              <button
                key={item}
                type="button"
                className={styles.label}
                aria-pressed={labelAt(current) === item}
                onClick={() => put(index)}
              >
                <RichText text={item} /> <Key name={at + 1} />
              </button>
            ))}
          </fieldset>
          <p role="status" className="visually-hidden">
            {said}
          </p>
        </div>
      </div>
    </HandInForm>
  );
}

/** What was put where, and where the next label goes. */
function useLabels(
  card: AnswerProps<"diagram">["card"],
  given: readonly (number | null)[] | undefined,
) {
  const [labels, setLabels] = useState(given ?? card.places.map(() => null));
  const [current, setCurrent] = useState(0);
  const [said, setSaid] = useState("");
  const put = (label: number) => {
    const now = labels.map((old, place) => (place === current ? label : old));
    const next = nextOpen(now, current);
    setLabels(now);
    if (next !== null) setCurrent(next);
    const words = plainText(labelsOf(card)[label] ?? "");
    setSaid(diagramAnswerText().put(current + 1, words, next === null ? null : next + 1));
  };
  return { labels, current, said, pick: setCurrent, put };
}

/** The first open place after this one, round to the first; null where none is left. */
function nextOpen(labels: readonly (number | null)[], current: number): number | null {
  const after = labels.findIndex((label, place) => label === null && place > current);
  const open = after >= 0 ? after : labels.indexOf(null);
  return open < 0 ? null : open;
}
