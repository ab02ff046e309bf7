import { counted } from "#core/counted";
import type { Forecast } from "#core/progress/forecast";
import { dateOf } from "./date-of";
import styles from "./progress.module.css";

const size = { width: 300, height: 110, base: 100 };

/** Cards due on each of the coming days, as bars; the numbers are in the table below. */
export function ForecastChart({ forecast }: { forecast: Forecast }) {
  const { days } = forecast;
  const most = Math.max(1, ...days.map(({ due }) => due));
  const step = size.width / days.length;
  return (
    <>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        className={styles.chart}
        role="img"
        aria-label={`Cards due a day, at most ${counted(most, "card")}`}
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
            <title>{`${dateOf(studyDay)}: ${due}`}</title>
          </rect>
        ))}
        <line className={styles.quay} x1="0" x2={size.width} y1={size.base} y2={size.base} />
      </svg>
      <details className={styles.table}>
        <summary>Show as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Cards due</th>
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
