import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { deckText } from "#core/text/deck-text";
import { deckCatalog } from "#server/catalog";
import { ConceptNote } from "#ui/concept-note";
import controls from "#ui/controls.module.css";
import { slideRange } from "#ui/slide-words";
import styles from "./topic.module.css";

type Props = { params: Promise<{ topic: string }> };

export const dynamicParams = false;

export async function generateStaticParams() {
  const { deck } = await deckCatalog();
  return deck.topics.map(({ id }) => ({ topic: id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { topic } = await findTopic(params);
  return { title: topic.title, description: topic.summary };
}

/** One topic to read: its ideas in teaching order, each then and now. */
export default async function TopicPage({ params }: Props) {
  const { topic, concepts, cards } = await findTopic(params);
  return (
    <article className={styles.column} data-section={topic.section}>
      <p className={styles.section}>
        <span className={styles.container} aria-hidden="true" />
        {slideRange(topic.slides)}
      </p>
      <h1>{topic.title}</h1>
      <p className={styles.lead}>{topic.summary}</p>
      <p className={controls.actions}>
        <Link href={`/study?topic=${topic.id}`} className={controls.strong} prefetch={false}>
          {deckText().study(cards.length)}
        </Link>
        <Link href={`/quiz?topic=${topic.id}`} className={controls.button} prefetch={false}>
          {deckText().takeQuiz}
        </Link>
      </p>
      {concepts.map((concept) => (
        <ConceptNote key={concept.id} concept={concept} />
      ))}
    </article>
  );
}

async function findTopic(params: Props["params"]) {
  const { topic: id } = await params;
  const { deck } = await deckCatalog();
  const topic = deck.topics.find((t) => t.id === id);
  if (!topic) notFound();
  return {
    topic,
    concepts: deck.concepts.filter((concept) => concept.topic === id),
    cards: deck.cards.filter((card) => card.topic === id),
  };
}
