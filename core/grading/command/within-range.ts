import type { DrawnCommandCard } from "#core/content/draw-card";
import type { Canonical, Difference, Json } from "#core/docker/types";

/** Whether a difference lies only in a value that the card leaves open, and within its bounds. */
export function isInRange(
  { range = {} }: Pick<DrawnCommandCard, "range">,
  { aspect, b }: Difference,
  wanted: Canonical,
): boolean {
  const bounds = Object.hasOwn(range, aspect) ? range[aspect] : undefined;
  if (bounds === undefined || typeof b !== "number") return false;
  const { from, to, or = [] } = bounds;
  const own = wanted.aspects.find(({ name }) => name === aspect)?.value ?? null;
  const least = from === undefined ? Number.NEGATIVE_INFINITY : boundOf(from, own);
  const most = to === undefined ? Number.POSITIVE_INFINITY : boundOf(to, own);
  return (b >= least && b <= most) || or.some((one) => boundOf(one, own) === b);
}

/** A bound as a number, or not a number. */
export function boundOf(said: string, own: Json): number {
  if (said === "answer") return typeof own === "number" ? own : Number.NaN;
  return said.trim() === "" ? Number.NaN : Number(said);
}
