/** What a study day's minutes leave, and what of them each card is expected to take. Seconds. */
export type DayTime = {
  left: number;
  /** What a whole day has. */
  whole: number;
  /** A due card that would still be recalled this likely can wait for a day with more room. */
  canWaitFrom: number;
  /** A new card is asked, read and asked once more; any other is asked once. */
  secondsOf: (card: string, isNew: boolean) => number;
};

/** Those of the cards, in their order, that there is time for; the last may go beyond it. */
export function fitting(
  cards: readonly string[],
  { left, secondsOf }: DayTime,
  isNew: boolean,
): { taken: string[]; left: number } {
  const taken: string[] = [];
  let rest = left;
  for (const card of cards) {
    if (rest <= 0) break;
    taken.push(card);
    rest -= secondsOf(card, isNew);
  }
  return { taken, left: rest };
}
