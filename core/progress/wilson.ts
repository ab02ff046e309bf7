/** A share that was counted, and where the share behind it lies; all from 0 to 1. */
export type MeasuredShare = {
  rate: number;
  /** Both ends of the interval. */
  low: number;
  high: number;
  /** Half of the interval as it is before it is cut off at 0 and 1, for "88 % ± 3". */
  margin: number;
};

/** Standard deviations on both sides of the middle that hold 95 %. */
const z = 1.96;

/**
 * Wilson's score interval of 95 % around a share counted in `count` tries, of which there is one at
 * least: honest for few tries and for rates near 0 or 1. E. B. Wilson, "Probable inference, the law
 * of succession, and statistical inference", 1927.
 */
export function wilson(right: number, count: number): MeasuredShare {
  if (count < 1 || right < 0 || right > count) {
    throw new Error(`No share can be measured from ${right} of ${count}`);
  }
  const rate = right / count;
  const spread = z ** 2 / count;
  const middle = (rate + spread / 2) / (1 + spread);
  const margin = (z * Math.sqrt((rate * (1 - rate) + spread / 4) / count)) / (1 + spread);
  return { rate, low: Math.max(0, middle - margin), high: Math.min(1, middle + margin), margin };
}
