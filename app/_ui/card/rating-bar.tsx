import type { Rating } from "#core/log/types";
import { cardText } from "#core/text/study/card-text";
import { Key } from "#ui/keys/key";
import styles from "./rating-bar.module.css";

export type RatingChoice = { rating: Rating; comesBack: string; allowed: boolean };

type Props = {
  choices: RatingChoice[];
  preselected: Rating;
  onRate: (rating: Rating) => void;
};

/** The four ratings, each with when the card would come back. */
export function RatingBar({ choices, preselected, onRate }: Props) {
  const text = cardText();
  return (
    <fieldset className={styles.bar}>
      <legend className="visually-hidden">{text.howWell}</legend>
      {choices.map(({ rating, comesBack, allowed }, index) => (
        <button
          key={rating}
          type="button"
          className={styles.rating}
          data-preselected={rating === preselected || undefined}
          disabled={!allowed}
          onClick={() => onRate(rating)}
        >
          <span className={styles.name}>{text.ratings[rating]}</span>
          <Key name={index + 1} />
          <span className={styles.when}>{comesBack}</span>
        </button>
      ))}
    </fieldset>
  );
}
