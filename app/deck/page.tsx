import type { Metadata } from "next";
import Link from "next/link";
import type { Card, Topic } from "#core/content/types";
import { deckText } from "#core/text/deck-text";
import { deckCatalog } from "#server/catalog";
import { slideRange } from "#ui/slide-words";
import styles from "./deck.module.css";

export const metadata: Metadata = { title: deckText().title };

/** All topics of the talk, in its order. */
export default async function DeckPage() {
  const { deck } = await deckCatalog();
  const text = deckText();
  const count = {
    topics: deck.topics.length,
    ideas: deck.concepts.length,
    cards: deck.cards.length,
  };
  return (
    <div className={styles.column}>
      <h1>{text.heading}</h1>
      <p className={styles.lead}>{text.lead(count)}</p>
      <ol className={styles.topics}>
        {deck.topics.map((topic) => (
          <TopicRow
            key={topic.id}
            topic={topic}
            cards={deck.cards.filter((card) => card.topic === topic.id)}
          />
        ))}
      </ol>
    </div>
  );
}

function TopicRow({ topic, cards }: { topic: Topic; cards: Card[] }) {
  return (
    <li data-section={topic.section}>
      <span className={styles.container} aria-hidden="true" />
      <div>
        <h2 className={styles.name}>
          <Link href={`/deck/${topic.id}`} prefetch={false}>
            {topic.title}
          </Link>
        </h2>
        <p className={styles.summary}>{topic.summary}</p>
        <p className={styles.small}>{deckText().cardsOn(cards.length, slideRange(topic.slides))}</p>
      </div>
    </li>
  );
}
