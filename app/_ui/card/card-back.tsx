import type { DrawnCard } from "#core/content/draw-card";
import type { Concept, Source } from "#core/content/types";
import { cardText } from "#core/text/study/card-text";
import { RichText } from "#ui/rich-text";
import styles from "./card-back.module.css";
import { Sources } from "./sources";

/** What stands on the back of every card: why it is so, what the talk said and what holds now. */
export function CardBack({ card, concept }: { card: DrawnCard; concept: Concept }) {
  const sources = [...card.sources, ...concept.now.sources.filter(isNewTo(card.sources))];
  const text = cardText();
  return (
    <div className={styles.back}>
      <p>
        <RichText text={card.explain} />
      </p>
      <dl className={styles.facts}>
        <dt>{text.atTheTalk}</dt>
        <dd>
          <RichText text={concept.then} />
        </dd>
        <dt>{text.today}</dt>
        <dd>
          <RichText text={concept.now.text} />
          {concept.now.since && (
            <span className={styles.since}> {text.since(concept.now.since)}</span>
          )}
        </dd>
        {sources.length > 0 && (
          <>
            <dt>{text.source}</dt>
            <dd>
              <Sources sources={sources} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** A card and its concept may both name the same page. */
function isNewTo(known: readonly Source[]): (source: Source) => boolean {
  const places = new Set(known.map(({ title, url }) => url ?? title));
  return ({ title, url }) => !places.has(url ?? title);
}
