import { type Band, bands, type DailyTotal } from "#core/log/totals";

export type Measured = {
  /** Share recalled, 0 to 1. */
  rate: number;
  /** Wilson's score interval, 95 %: where the learner's own rate lies, as far as one can tell. */
  low: number;
  high: number;
  /** Half of that interval, for "88 % ± 3". */
  margin: number;
  /** Whether the target lies below, in or above the interval, said of the rate. */
  against: "above" | "near" | "below";
};

/** `measured` is null where nothing was counted. */
export type Retention = { count: number; passed: number; measured: Measured | null };

export type TrueRetention = {
  target: number;
  overall: Retention;
  /** By how firmly the card was held; cards not yet in phase review tell nothing here. */
  byBand: (Retention & { band: Exclude<Band, "new"> })[];
};

const measuredBands = bands.filter((band) => band !== "new");

/**
 * How often cards in phase review were recalled at their first review of a day, against the
 * desired retention (0 to 1).
 */
export function trueRetention(totals: readonly DailyTotal[], target: number): TrueRetention {
  return {
    target,
    overall: retentionOf(
      totals.filter((total) => total.band !== "new"),
      target,
    ),
    byBand: measuredBands.map((band) => ({
      band,
      ...retentionOf(
        totals.filter((total) => total.band === band),
        target,
      ),
    })),
  };
}

function retentionOf(totals: readonly DailyTotal[], target: number): Retention {
  const count = totals.reduce((sum, total) => sum + total.first, 0);
  const passed = totals.reduce((sum, total) => sum + total.firstPassed, 0);
  return { count, passed, measured: count > 0 ? measure(passed, count, target) : null };
}

/** Standard deviations on both sides of the middle that hold 95 %. */
const z = 1.96;

/** E. B. Wilson, "Probable inference", 1927: honest for few reviews and for rates near 0 or 1. */
function measure(passed: number, count: number, target: number): Measured {
  const rate = passed / count;
  const spread = z ** 2 / count;
  const middle = (rate + spread / 2) / (1 + spread);
  const margin = (z * Math.sqrt((rate * (1 - rate) + spread / 4) / count)) / (1 + spread);
  const low = Math.max(0, middle - margin);
  const high = Math.min(1, middle + margin);
  const against = target < low ? "above" : target > high ? "below" : "near";
  return { rate, low, high, margin, against };
}
