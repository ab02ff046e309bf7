import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { Lesson } from "#core/content/lesson-types";
import { partAddress } from "#core/content/part-address";
import { readingMinutes } from "#core/content/reading-time";
import type { Topic } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import { deckText } from "#core/text/site/deck-text";
import { lessonText } from "#core/text/site/lesson-text";
import { deckCatalog } from "#server/base/catalog";
import { slideRange } from "#ui/card/slide-words";
import { TalkNote } from "#ui/card/talk-note";
import controls from "#ui/controls.module.css";
import { LessonPart } from "./lesson-part";
import { TopicRecallWords } from "./recall-words";
import { TakeTopicAlong } from "./take-topic-along";
import styles from "./topic.module.css";
import { ideasId, TopicIdeas } from "./topic-ideas";

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

/** One topic to read: its lesson, then its ideas with their cards. */
export default async function TopicPage({ params }: Props) {
  const { topic, lesson, diagrams, concepts, cards, before, next, indexAddress, part } =
    await findTopic(params);
  return (
    <article className={styles.column} data-section={topic.section}>
      <p className={styles.section}>
        <span className={styles.container} aria-hidden="true" />
        {slideRange(topic.slides)} · {lessonText().minutes(readingMinutes(lesson))} ·{" "}
        {lessonText().cards(cards.length)}
      </p>
      <h1>{topic.title}</h1>
      <p className={styles.lead}>{topic.summary}</p>
      <TopicRecallWords cards={cards.map(({ id }) => id)} />
      <p className={controls.actions}>
        <Link href={`/study?topic=${topic.id}`} className={controls.strong} prefetch={false}>
          {deckText().study}
        </Link>
        <Link href={`/quiz?topic=${topic.id}`} className={controls.button} prefetch={false}>
          {deckText().takeQuiz}
        </Link>
        <Link
          href={`/quiz?topic=${topic.id}&style=placement`}
          className={controls.quiet}
          prefetch={false}
        >
          {deckText().knowIt}
        </Link>
        <a href={`#${ideasId}`} className={controls.quiet}>
          {lessonText().toIdeas}
        </a>
      </p>
      <TalkNote />
      {lesson.parts.map((part, place) => (
        <LessonPart
          // biome-ignore lint/suspicious/noArrayIndexKey: the lesson never changes while it is read
          key={place}
          part={part}
          diagrams={diagrams}
          first={part.slides.filter((slide) => firstPart(lesson, slide) === place)}
        />
      ))}
      <TopicIdeas concepts={concepts} cards={cards} part={part} />
      <TakeTopicAlong
        indexAddress={indexAddress}
        topic={topic.id}
        questions={cards.filter(({ kind }) => isMachineGraded(kind)).length}
      />
      <Neighbours before={before} next={next} />
    </article>
  );
}

/** The place of the first part of a lesson that stands on a slide. */
function firstPart({ parts }: Lesson, slide: number): number {
  return parts.findIndex(({ slides }) => slides.includes(slide));
}

function Neighbours({ before, next }: { before: Topic | undefined; next: Topic | undefined }) {
  const text = lessonText();
  return (
    <nav className={styles.neighbours} aria-label={text.otherTopics}>
      {before && (
        <Link href={`/deck/${before.id}`} prefetch={false}>
          {text.before(before.title)}
        </Link>
      )}
      {next && (
        <Link href={`/deck/${next.id}`} prefetch={false}>
          {text.next(next.title)}
        </Link>
      )}
    </nav>
  );
}

async function findTopic(params: Props["params"]) {
  const { topic: id } = await params;
  const { deck, addresses, index } = await deckCatalog();
  const place = deck.topics.findIndex((one) => one.id === id);
  const topic = deck.topics[place];
  const lesson = deck.lessons.find((one) => one.topic === id);
  if (!topic || !lesson) notFound();
  return {
    topic,
    lesson,
    diagrams: deck.diagrams,
    concepts: deck.concepts.filter((concept) => concept.topic === id),
    cards: deck.cards.filter((card) => card.topic === id),
    before: deck.topics[place - 1],
    next: deck.topics[place + 1],
    indexAddress: addresses.index,
    part: partAddress(index, id),
  };
}
