import { homeText } from "#core/text/site/home-text";
import { deckCatalog } from "#server/base/catalog";
import styles from "./home.module.css";
import { StartLink } from "./start-link";

/** One screen: what this is, and the first card one key away. */
export default async function HomePage() {
  const { deck } = await deckCatalog();
  const piers = deck.topics.map((topic) => ({
    topic,
    cards: deck.cards.filter((card) => card.topic === topic.id).length,
  }));
  const text = homeText();
  return (
    <div className={styles.home}>
      <h1 className={styles.title}>{text.title}</h1>
      <p className={styles.lead}>{text.lead(deck.cards.length)}</p>
      <StartLink />
      <p className={styles.small}>{text.noAccount}</p>
      <ul className={styles.piers} aria-label={text.topics}>
        {piers.map(({ topic, cards }) => (
          <li key={topic.id} data-section={topic.section}>
            <span className={styles.stack} aria-hidden="true">
              {Array.from({ length: cards }, (_, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: containers that are all alike
                <span key={n} />
              ))}
            </span>
            <span className="visually-hidden">{text.topic(topic.title, cards)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
