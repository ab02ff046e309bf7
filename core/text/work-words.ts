import { counted } from "./counted";

/** Cards to study, of which nothing is said that is not there: "3 cards to review and 10 new". */
export function workWords(known: number, fresh: number): string {
  if (known === 0) return counted(fresh, "new card");
  const review = `${counted(known, "card")} to review`;
  return fresh === 0 ? review : `${review} and ${fresh} new`;
}
