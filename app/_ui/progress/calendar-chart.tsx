import { counted } from "#core/counted";
import type { Calendar } from "#core/progress/calendar";
import { dateOf } from "./date-of";
import styles from "./progress.module.css";

const cell = 12;

/** A square for each day, a column for each week from Monday on; the fuller, the more reviews. */
export function CalendarChart({ calendar }: { calendar: Calendar }) {
  const { days } = calendar;
  const weeks = Math.ceil(days.length / 7);
  const studied = days.filter(({ reviews }) => reviews > 0);
  return (
    <>
      <svg
        viewBox={`0 0 ${weeks * cell} ${7 * cell}`}
        className={styles.chart}
        role="img"
        aria-label={`${counted(studied.length, "day")} with reviews in the last ${weeks} weeks`}
      >
        {days.map(({ studyDay, reviews, level }, place) => (
          <rect
            key={studyDay}
            className={styles.day}
            data-level={level}
            x={Math.floor(place / 7) * cell + 1}
            y={(place % 7) * cell + 1}
            width={cell - 2}
            height={cell - 2}
          >
            <title>{`${dateOf(studyDay)}: ${counted(reviews, "review")}`}</title>
          </rect>
        ))}
      </svg>
      <details className={styles.table}>
        <summary>Show as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Reviews</th>
            </tr>
          </thead>
          <tbody>
            {studied.toReversed().map(({ studyDay, reviews }) => (
              <tr key={studyDay}>
                <td>{dateOf(studyDay)}</td>
                <td>{reviews}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
