import type { Calendar } from "#core/progress/calendar";
import { dateOf } from "#core/text/date-of";
import { chartText } from "#core/text/progress/chart-text";
import styles from "./progress.module.css";

const cell = 12;

/** A square for each day, a column for each week from Monday on; the fuller, the more reviews. */
export function CalendarChart({ calendar }: { calendar: Calendar }) {
  const { days } = calendar;
  const weeks = Math.ceil(days.length / 7);
  const studied = days.filter(({ reviews }) => reviews > 0);
  const text = chartText();
  return (
    <>
      <svg
        viewBox={`0 0 ${weeks * cell} ${7 * cell}`}
        className={styles.chart}
        role="img"
        aria-label={text.studiedDays(studied.length, weeks)}
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
            <title>{text.reviewsOn(dateOf(studyDay), reviews)}</title>
          </rect>
        ))}
      </svg>
      <details className={styles.table}>
        <summary>{text.showTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.day}</th>
              <th scope="col">{text.reviews}</th>
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
