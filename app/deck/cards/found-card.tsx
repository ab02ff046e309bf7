import type { Found } from "#core/browse/find-cards";
import { browseText } from "#core/text/site/browse-text";
import { CardNote } from "#ui/marks/card-note";
import { FlagLine } from "#ui/marks/flag-line";
import styles from "./browse.module.css";

type Props = {
  card: Found;
  /** Its topic's title. */
  topic: string;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
};

/** One card of the list: what it asks, how it stands, and what the learner put on it. */
export function FoundCard({ card, topic, isChosen, onChoose }: Props) {
  const text = browseText();
  const { flag, note } = card.state?.marks ?? {};
  const about = [topic, text.kinds[card.kind], text.stands(card)];
  return (
    <li>
      <label className={styles.card}>
        <input
          type="checkbox"
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <span>{card.front}</span>
      </label>
      <div className={styles.about}>
        <p>{about.join(" · ")}</p>
        {flag && <FlagLine flag={flag} />}
        {note && <CardNote note={note} level={3} />}
      </div>
    </li>
  );
}
