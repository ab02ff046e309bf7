import { calibrationText } from "#core/text/quiz/calibration-text";
import type { CalibrationLevel } from "./calibration";
import { percent } from "./sentences";

/** What was counted at a confidence: "8 of 10 right, 80 %; it may lie between 49 % and 94 %." */
export function countSentence({ measured, right, count }: CalibrationLevel): string {
  const text = calibrationText();
  if (!measured) return text.none;
  const { rate, low, high } = measured;
  return text.measured({
    right,
    count,
    share: percent(rate),
    low: percent(low),
    high: percent(high),
  });
}

/** Whether it bears out what was claimed; null where nothing was counted. */
export function verdictSentence({ confidence, count, claimed, verdict }: CalibrationLevel) {
  if (count === 0) return null;
  const text = calibrationText();
  const { from, to } = claimed;
  return text[verdict](text.claims({ confidence, from: percent(from), to: percent(to) }));
}
