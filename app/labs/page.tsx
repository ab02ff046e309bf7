import type { Metadata } from "next";
import Link from "next/link";
import type { Lab } from "#core/labs/types";
import { labText } from "#core/text/labs/lab-text";
import { deckCatalog } from "#server/base/catalog";
import { labCatalog } from "#server/base/labs";
import { LabProgress } from "./lab-progress";
import styles from "./labs.module.css";

export const metadata: Metadata = { title: labText().title };

/** All labs by topic, with what each takes. */
export default async function LabsPage() {
  const [labs, { deck }] = await Promise.all([labCatalog(), deckCatalog()]);
  const text = labText();
  const topics = deck.topics.filter(({ id }) => labs.some(({ topic }) => topic === id));
  const titleOf = (idea: string) => deck.concepts.find(({ id }) => id === idea)?.title ?? idea;
  return (
    <div className={styles.column}>
      <h1>{text.title}</h1>
      <p className={styles.lead}>{text.lead(labs.length)}</p>
      <p className={styles.small}>{text.simulated}</p>
      {topics.map((topic) => (
        <section key={topic.id} data-section={topic.section} className={styles.topic}>
          <h2 className={styles.topicName}>
            <span className={styles.container} aria-hidden="true" />
            {topic.title}
          </h2>
          <ul className={styles.labs}>
            {labs
              .filter((lab) => lab.topic === topic.id)
              .map((lab) => (
                <LabRow key={lab.id} lab={lab} ideas={lab.ideas.map(titleOf)} />
              ))}
          </ul>
        </section>
      ))}
      <section className={styles.topic}>
        <h2 className={styles.topicName}>
          <Link href="/labs/free" prefetch={false}>
            {text.free}
          </Link>
        </h2>
        <p className={styles.small}>{text.freeAbout}</p>
      </section>
    </div>
  );
}

function LabRow({ lab, ideas }: { lab: Lab; ideas: string[] }) {
  const text = labText();
  const facts = [
    text.minutes(lab.minutes),
    text.level(lab.level),
    ...(lab.broken ? [text.broken] : []),
    ...(lab.demo === null ? [] : [text.demo(lab.demo)]),
  ];
  return (
    <li>
      <h3 className={styles.name}>
        <Link href={`/labs/${lab.id}`} prefetch={false}>
          {lab.title}
        </Link>
      </h3>
      <p className={styles.small}>
        {facts.join(" · ")} <LabProgress lab={lab.id} />
      </p>
      <p className={styles.small}>
        {text.ideas}: {ideas.join(", ")}
      </p>
    </li>
  );
}
