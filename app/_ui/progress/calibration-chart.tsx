import type { Calibration, CalibrationLevel } from "#core/progress/calibration";
import { countSentence, verdictSentence } from "#core/progress/calibration-sentences";
import { percent } from "#core/progress/sentences";
import { payingShare } from "#core/quiz/score/confidence-points";
import { calibrationText } from "#core/text/quiz/calibration-text";
import { confidenceText } from "#core/text/quiz/confidence-text";
import styles from "./calibration.module.css";

/**
 * For each confidence the share that was right, where it may really lie, and the band in which it
 * lies for a learner who knows what they know. The sentences beside it say all that it shows.
 */
export function CalibrationChart({ calibration }: { calibration: Calibration }) {
  const text = calibrationText();
  if (calibration.count === 0) return <p>{text.empty}</p>;
  return (
    <>
      <dl className={styles.levels}>
        {calibration.levels.map((level) => (
          <div key={level.confidence} className={styles.level}>
            <dt>{confidenceText().levels[level.confidence]}</dt>
            <dd>
              <Track {...level} />
              <span className={styles.words}>
                {countSentence(level)} <strong>{verdictSentence(level)}</strong>
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <Axis />
      <p className={styles.note}>{text.legend}</p>
    </>
  );
}

const at = (share: number) => `${share * 100}%`;

/** 0 to 100 %: the band, the interval with its ends, and the mark. */
function Track({ measured, claimed }: CalibrationLevel) {
  return (
    <svg className={styles.track} aria-hidden="true">
      <line className={styles.scale} x1="0" x2="100%" y1="18" y2="18" />
      <rect
        className={styles.band}
        x={at(claimed.from)}
        y="4"
        width={at(claimed.to - claimed.from)}
        height="28"
      />
      {measured && (
        <>
          <line
            className={styles.interval}
            x1={at(measured.low)}
            x2={at(measured.high)}
            y1="18"
            y2="18"
          />
          {[measured.low, measured.high].map((end) => (
            <line key={end} className={styles.interval} x1={at(end)} x2={at(end)} y1="12" y2="24" />
          ))}
          <svg x={at(measured.rate)} y="18" className={styles.place} aria-hidden="true">
            <rect className={styles.mark} x="-9" y="-6" width="18" height="12" />
          </svg>
        </>
      )}
    </svg>
  );
}

/** The ends of the scale, and the shares at which one confidence gives way to the next. */
function Axis() {
  const ends = [
    { share: 0, anchor: "start" },
    { share: payingShare(2).from, anchor: "middle" },
    { share: payingShare(2).to, anchor: "middle" },
    { share: 1, anchor: "end" },
  ] as const;
  return (
    <div className={styles.level} aria-hidden="true">
      <svg className={styles.axis} aria-hidden="true">
        {ends.map(({ share, anchor }) => (
          <text key={share} x={at(share)} y="14" textAnchor={anchor}>
            {percent(share)}
          </text>
        ))}
      </svg>
    </div>
  );
}
