import type { Rating } from "#core/log/types";
import { cardText } from "#core/text/study/card-text";
import { Key } from "#ui/keys/key";
import styles from "./rating-bar.module.css";

export type RatingChoice = { rating: Rating; comesBack: string; allowed: boolean };

type Props = {
  choices: readonly RatingChoice[];
  preselected: Rating;
  onRate: (rating: Rating) => void;
};

/** The ratings, each with when the card would come back; where there is no choice, one way on. */
export function RatingBar({ choices, preselected, onRate }: Props) {
  const text = cardText();
  const [only, ...others] = choices.filter(({ allowed }) => allowed);
  if (only && others.length === 0) {
    return (
      <button type="button" className={styles.on} onClick={() => onRate(only.rating)}>
        <span className={styles.name}>
          {only.rating === "again" ? text.goOn : text.ratings[only.rating]}
        </span>
        <Key name="space" />
        <span className={styles.when}>{text.comesBack(only.comesBack)}</span>
      </button>
    );
  }
  return (
    <fieldset className={styles.ratings}>
      <legend className="visually-hidden">{text.howWell}</legend>
      {choices.map(({ rating, comesBack }, index) => (
        <button
          key={rating}
          type="button"
          className={styles.rating}
          data-preselected={rating === preselected || undefined}
          onClick={() => onRate(rating)}
        >
          <span className={styles.name}>{text.ratings[rating]}</span>
          <Key name={rating === preselected ? "space" : index + 1} />
          <span className={styles.when}>{comesBack}</span>
        </button>
      ))}
    </fieldset>
  );
}
