import type { Forecast } from "#core/progress/forecast";
import { dateOf } from "#core/text/date-of";
import { chartText } from "#core/text/progress/chart-text";
import styles from "./progress.module.css";

const size = { width: 300, height: 110, base: 100 };

/** Cards due on each of the coming days, as bars; the numbers are in the table below. */
export function ForecastChart({ forecast }: { forecast: Forecast }) {
  const { days } = forecast;
  const most = Math.max(1, ...days.map(({ due }) => due));
  const step = size.width / days.length;
  const text = chartText();
  return (
    <>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        className={styles.chart}
        role="img"
        aria-label={text.mostDue(most)}
      >
        {days.map(({ studyDay, due }, place) => (
          <rect
            key={studyDay}
            className={styles.bar}
            x={place * step + 1}
            y={size.base - (due / most) * (size.base - 5)}
            width={step - 2}
            height={(due / most) * (size.base - 5)}
          >
            <title>{text.dueOn(dateOf(studyDay), due)}</title>
          </rect>
        ))}
        <line className={styles.quay} x1="0" x2={size.width} y1={size.base} y2={size.base} />
      </svg>
      <details className={styles.table}>
        <summary>{text.showTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.day}</th>
              <th scope="col">{text.cardsDue}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ studyDay, due }) => (
              <tr key={studyDay}>
                <td>{dateOf(studyDay)}</td>
                <td>{due}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
