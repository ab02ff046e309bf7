import type { Concept } from "#core/content/types";
import { cardText } from "#core/text/study/card-text";
import { slideWords } from "#ui/card/slide-words";
import { RichText } from "#ui/rich-text";
import { Sources } from "#ui/sources";
import styles from "./concept-note.module.css";

/** One idea: what the talk said, and what holds today beside it. */
export function ConceptNote({ concept }: { concept: Concept }) {
  const text = cardText();
  const { since } = concept.now;
  return (
    <div className={styles.sides}>
      <div>
        <h4 className={styles.label}>{text.atTheTalkOn(slideWords(concept.slides))}</h4>
        <p>
          <RichText text={concept.then} />
        </p>
      </div>
      <div>
        <h4 className={styles.label}>{since ? text.todaySince(since) : text.today}</h4>
        <p>
          <RichText text={concept.now.text} />
        </p>
        {concept.now.sources.length > 0 && (
          <p className={styles.sources}>
            <Sources sources={concept.now.sources} />
          </p>
        )}
      </div>
    </div>
  );
}
