import styles from "./train.module.css";

/** One card of the session: done (and how), current, or still to come. */
export type Wagon = {
  key: string;
  place: "done" | "current" | "ahead";
  missed?: boolean;
  /** How much of it is loaded, from 0 to 1; unless told otherwise, all when it is done. */
  load?: number;
};

/** Of more wagons than so many none can be told from the next: they are drawn as one. */
const most = 60;

type Props = {
  wagons: readonly Wagon[];
  label: string;
  /** What is left, in words below the train. */
  left?: string | undefined;
};

/**
 * The cards of the session as a train of containers; the words beside it say the same. What was missed
 * is crossed out: a wagon has no topic's colour, which would say right or wrong where it means neither.
 */
export function Train({ wagons, label, left }: Props) {
  return (
    <div className={styles.train}>
      <div
        className={styles.wagons}
        data-many={wagons.length > most || undefined}
        role="img"
        aria-label={label}
      >
        {wagons.map(({ key, place, missed, load = place === "done" ? 1 : 0 }) => (
          <span
            key={key}
            className={styles.wagon}
            data-place={place}
            data-missed={missed || undefined}
          >
            {load > 0 && <span className={styles.load} style={{ width: `${load * 100}%` }} />}
          </span>
        ))}
      </div>
      {left && <p className={styles.left}>{left}</p>}
    </div>
  );
}
