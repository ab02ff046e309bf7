import type { DrawnCard } from "#core/content/draw-card";
import type { Source } from "#core/content/source";
import type { Concept } from "#core/content/types";
import { backTexts } from "#core/feedback/back-texts";
import { cardText } from "#core/text/study/card-text";
import { RichText } from "#ui/rich-text";
import { Sources } from "#ui/sources";
import styles from "./card-back.module.css";
import { slideAnchor, slideWords } from "./slide-words";

/**
 * What stands on the back of every card: why it is so, what the talk said and what holds now, and
 * where to read on.
 */
export function CardBack({ card, concept }: { card: DrawnCard; concept: Concept }) {
  const sources = [...card.sources, ...concept.now.sources.filter(isNewTo(card.sources))];
  const { explain, atTheTalk, today, since } = backTexts(card, concept);
  const text = cardText();
  const lesson = `/deck/${card.topic}#${slideAnchor(Math.min(...card.slides))}`;
  return (
    <div className={styles.back}>
      {explain && (
        <p>
          <RichText text={explain} />
        </p>
      )}
      <dl className={styles.facts}>
        <Fact name={text.atTheTalk} text={atTheTalk} />
        <Fact name={since ? text.todaySince(since) : text.today} text={today} />
        <dt>{text.lesson}</dt>
        <dd>
          {/* In a page of its own, as the sources are: the session goes on in this one. */}
          <a href={lesson} target="_blank" rel="noreferrer">
            {text.inLesson(slideWords(card.slides))}
          </a>
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

function Fact({ name, text }: { name: string; text: string }) {
  if (text === "") return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <RichText text={text} />
      </dd>
    </>
  );
}

/** A card and its concept may both name the same page. */
function isNewTo(known: readonly Source[]): (source: Source) => boolean {
  const places = new Set(known.map(({ title, url }) => url ?? title));
  return ({ title, url }) => !places.has(url ?? title);
}
