import { deckCatalog } from "#server/catalog";
import styles from "./home.module.css";
import { StartLink } from "./start-link";

/** One screen: what this is, and the first card one key away. */
export default async function HomePage() {
  const { deck } = await deckCatalog();
  const piers = deck.topics.map((topic) => ({
    topic,
    cards: deck.cards.filter((card) => card.topic === topic.id).length,
  }));
  return (
    <div className={styles.home}>
      <h1 className={styles.title}>Learn Docker once, and keep it</h1>
      <p className={styles.lead}>
        One conference talk of 2015, from virtual machines to Swarm, as {deck.cards.length} cards:
        what it said then and what holds today. Each card comes back just before you would forget
        it.
      </p>
      <StartLink />
      <p className={styles.small}>
        No account needed. Ten new cards a day take about ten minutes; log in later and your answers
        come along.
      </p>
      <ul className={styles.piers} aria-label="Topics, one container a card">
        {piers.map(({ topic, cards }) => (
          <li key={topic.id} data-section={topic.section}>
            <span className={styles.stack} aria-hidden="true">
              {Array.from({ length: cards }, (_, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: containers that are all alike
                <span key={n} />
              ))}
            </span>
            <span className="visually-hidden">
              {topic.title}: {cards} cards
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
