import { roadFacts } from "#core/content/road-facts";
import { studyMinutes } from "#core/pace/study-minutes";
import { defaultSettings } from "#core/scheduling/settings";
import { homeText } from "#core/text/site/home-text";
import { deckCatalog } from "#server/base/catalog";
import { Start } from "./_start/start";
import styles from "./home.module.css";

/** One screen: the roads to begin with, or what is due, and the first card one key away. */
export default async function HomePage() {
  const { deck, index, addresses } = await deckCatalog();
  const roads = roadFacts(deck, defaultSettings.newPerDay).map(({ road, first, command }) => ({
    ...{ id: road.id, title: road.title, about: road.about, command: command?.day ?? null },
    // Nobody's pace is known here: the words of the very cards of the first day.
    minutes: studyMinutes(
      { fresh: first.map(({ id }) => id), known: [] },
      { words: index.words, pace: 1 },
    ),
  }));
  const piers = deck.topics.map((topic) => ({
    topic,
    cards: deck.cards.filter((card) => card.topic === topic.id).length,
  }));
  const text = homeText();
  return (
    <div className={styles.home}>
      <Start indexAddress={addresses.index} cards={deck.cards.length} roads={roads} />
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
