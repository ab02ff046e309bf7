/** A number with its English noun: 1 card, 2 cards. For English texts alone. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
