import type { Metadata } from "next";
import Link from "next/link";
import { topicMap } from "#core/content/topic-map";
import type { Topic } from "#core/content/types";
import { deckText } from "#core/text/site/deck-text";
import { deckCatalog } from "#server/base/catalog";
import { slideRange } from "#ui/card/slide-words";
import { TalkNote } from "#ui/card/talk-note";
import styles from "./deck.module.css";
import { MapDrawing } from "./map-drawing";
import { RecallLine, RecallToday } from "./recall-today";

export const metadata: Metadata = { title: deckText().title };

/** All topics of the talk: how they build on each other, and what is in them, in its order. */
export default async function DeckPage() {
  const { deck, addresses } = await deckCatalog();
  const text = deckText();
  const map = topicMap(deck.topics, deck.concepts);
  const count = {
    topics: deck.topics.length,
    ideas: deck.concepts.length,
    cards: deck.cards.length,
  };
  return (
    <RecallToday indexAddress={addresses.index}>
      <h1>{text.heading}</h1>
      <p className={styles.lead}>{text.lead(count)}</p>
      <p className={styles.all}>
        <Link href="/deck/cards" prefetch={false}>
          {text.allCards}
        </Link>
      </p>
      <p className={styles.all}>
        <Link href="/labs" prefetch={false}>
          {text.labs}
        </Link>
      </p>
      <TalkNote />
      <div className={styles.map}>
        <MapDrawing topics={deck.topics} map={map} />
        <ol className={styles.topics}>
          {deck.topics.map((topic) => (
            <TopicRow
              key={topic.id}
              topic={topic}
              needs={deck.topics.filter(({ id }) =>
                map.edges.some(({ from, to }) => from === id && to === topic.id),
              )}
              cards={deck.cards.filter((card) => card.topic === topic.id).length}
            />
          ))}
        </ol>
      </div>
    </RecallToday>
  );
}

type Row = { topic: Topic; needs: Topic[]; cards: number };

function TopicRow({ topic, needs, cards }: Row) {
  const text = deckText();
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
        <p className={styles.small}>{text.cardsOn(cards, slideRange(topic.slides))}</p>
        <p className={styles.small}>{text.buildsOn(needs.map(({ short }) => short))}</p>
        <RecallLine topic={topic.id} className={styles.recall} />
      </div>
    </li>
  );
}
