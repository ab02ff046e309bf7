import type { Metadata } from "next";
import Link from "next/link";
import type { Card, Topic } from "#core/content/types";
import { deckCatalog } from "#server/catalog";
import { slideRange } from "#ui/slide-words";
import styles from "./deck.module.css";

export const metadata: Metadata = { title: "Deck" };

/** All topics of the talk, in its order. */
export default async function DeckPage() {
  const { deck } = await deckCatalog();
  return (
    <div className={styles.column}>
      <h1>The talk, topic by topic</h1>
      <p className={styles.lead}>
        {deck.topics.length} topics, {deck.concepts.length} ideas, {deck.cards.length} cards. Each
        idea says what the talk said in December 2015 and what holds today.
      </p>
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
        <p className={styles.small}>
          {cards.length} cards, {slideRange(topic.slides)}
        </p>
      </div>
    </li>
  );
}
