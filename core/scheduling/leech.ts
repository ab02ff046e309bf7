/** Lapses after which a card is a leech. */
const threshold = 8;
/** Lapses after which it is one again. */
const repeat = 4;

/** Whether a card that just lapsed for the n-th time is to be called a leech now, as Anki does. */
export function isLeechAt(lapses: number): boolean {
  return lapses >= threshold && (lapses - threshold) % repeat === 0;
}
