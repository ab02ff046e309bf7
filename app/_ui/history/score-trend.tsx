import { percent } from "#core/progress/sentences";
import type { QuizSummary } from "#core/quiz/history/quiz-history";
import { scoreTrend, type TrendPoint } from "#core/quiz/history/score-trend";
import { quizHistoryText } from "#core/text/quiz/quiz-history-text";
import styles from "./score-trend.module.css";
import { TrendMark } from "./trend-mark";

/** Pixels: the chart is as wide as its place, and always as high. */
const height = 120;
const margin = 10;

/** The share right in each finished quiz, one after the other; each style has a mark of its own. */
export function ScoreTrend({ history }: { history: readonly QuizSummary[] }) {
  const points = scoreTrend(history);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const text = quizHistoryText();
  const used = [...new Set(points.map(({ style }) => style))];
  return (
    <figure className={styles.trend}>
      <figcaption>
        {text.trend(percent(first.share), percent(last.share), points.length)}
      </figcaption>
      <div className={styles.plot} aria-hidden="true">
        <p className={styles.scale}>
          {[1, 0.5, 0].map((share) => (
            <span key={share}>{percent(share)}</span>
          ))}
        </p>
        <Lines points={points} />
      </div>
      <ul className={styles.legend} aria-hidden="true">
        {used.map((style) => (
          <li key={style}>
            <svg className={styles.sample} viewBox="-8 -8 16 16" aria-hidden="true">
              <TrendMark style={style} />
            </svg>
            {text.styles[style]}
          </li>
        ))}
      </ul>
    </figure>
  );
}

const y = (share: number) => margin + (1 - share) * (height - 2 * margin);

function Lines({ points }: { points: readonly TrendPoint[] }) {
  const x = (place: number) => `${2 + (place / (points.length - 1)) * 96}%`;
  return (
    <svg className={styles.lines} aria-hidden="true">
      {[0, 0.5, 1].map((share) => (
        <line key={share} className={styles.grid} x1="0" x2="100%" y1={y(share)} y2={y(share)} />
      ))}
      {points.slice(1).map(({ quiz, share }, place) => (
        <line
          key={quiz}
          className={styles.line}
          x1={x(place)}
          y1={y(points[place]?.share ?? 0)}
          x2={x(place + 1)}
          y2={y(share)}
        />
      ))}
      {points.map(({ quiz, share, style }, place) => (
        <svg key={quiz} x={x(place)} y={y(share)} className={styles.place} aria-hidden="true">
          <TrendMark style={style} />
        </svg>
      ))}
    </svg>
  );
}
