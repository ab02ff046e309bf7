import { median } from "#bench/figures/statistics";

/** A value at a time, milliseconds. */
export type Sample = { at: number; value: number };

/**
 * By how much a value grows a minute: from the median of the first fifth of the samples to that of the
 * last, so that neither the teeth of a saw nor a single peak count.
 */
export function growthPerMinute(samples: readonly Sample[]): number {
  const fifth = Math.ceil(samples.length / 5);
  const [first, last] = [samples.slice(0, fifth), samples.slice(-fifth)];
  const minutes = (middle(last, "at") - middle(first, "at")) / 60_000;
  return (middle(last, "value") - middle(first, "value")) / minutes;
}

function middle(samples: readonly Sample[], of: keyof Sample): number {
  return median(samples.map((sample) => sample[of]));
}
