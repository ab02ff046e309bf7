import { type Band, bands, type DailyTotal } from "#core/log/totals";
import { type MeasuredShare, wilson } from "./wilson";

/** The share recalled, and where the learner's own lies, as far as one can tell. */
export type Measured = MeasuredShare & {
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

function measure(passed: number, count: number, target: number): Measured {
  const share = wilson(passed, count);
  const against = target < share.low ? "above" : target > share.high ? "below" : "near";
  return { ...share, against };
}
