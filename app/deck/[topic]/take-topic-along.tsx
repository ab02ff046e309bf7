"use client";

import { takeAlongText } from "#core/text/quiz/take-along-text";
import { loadIndex, loadPart } from "#local/deck/deck-store";
import { TakeAlong } from "#ui/take-along";
import styles from "./topic.module.css";

type Props = { indexAddress: string; topic: string; questions: number };

/** The questions of a topic for Moodle and for paper. */
export function TakeTopicAlong({ indexAddress, topic, questions }: Props) {
  const text = takeAlongText();
  const gift = async () => {
    const index = await loadIndex(indexAddress);
    const { cards } = await loadPart(index, topic);
    // The writer is fetched by the few who want it.
    const [{ giftFile }, { writtenQuestions }] = await Promise.all([
      import("#core/quiz/gift/gift-file"),
      import("#core/quiz/paper/sheet-question"),
    ]);
    return giftFile(index.topics, writtenQuestions(cards));
  };
  return (
    <section className={styles.along}>
      <h2>{text.heading}</h2>
      <p className={styles.ideasLead}>{text.lead(questions)}</p>
      <TakeAlong
        file={`mooring-${topic}.gift.txt`}
        gift={gift}
        print={`/quiz/print?topic=${topic}`}
      />
    </section>
  );
}
