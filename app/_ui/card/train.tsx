import type { Section } from "#core/content/types";
import styles from "./train.module.css";

/** One card of the session: done (and how), current, or still to come. */
export type Wagon = {
  key: string;
  section: Section;
  place: "done" | "current" | "ahead";
  missed?: boolean;
};

/** The cards of the session as a train of containers; the words beside it say the same. */
export function Train({ wagons, label }: { wagons: Wagon[]; label: string }) {
  return (
    <div className={styles.train} role="img" aria-label={label}>
      {wagons.map((wagon) => (
        <span
          key={wagon.key}
          className={styles.wagon}
          data-place={wagon.place}
          data-missed={wagon.missed || undefined}
          data-section={wagon.section}
        />
      ))}
    </div>
  );
}
