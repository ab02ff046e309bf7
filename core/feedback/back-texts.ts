import type { DrawnCard } from "#core/content/draw-card";
import type { Concept } from "#core/content/types";
import { saidOnce } from "./said-once";

/** What every card's back says; what is empty was said above, or there is nothing to say. */
export type BackTexts = { explain: string; atTheTalk: string; today: string; since: string };

/** Why it is so, what the talk said, what holds now and since when: each sentence once. */
export function backTexts(
  card: Pick<DrawnCard, "front" | "explain">,
  { then, now }: Pick<Concept, "then" | "now">,
): BackTexts {
  const say = saidOnce(card.front);
  return {
    explain: say(card.explain),
    atTheTalk: say(then),
    today: say(now.text),
    since: sinceUnsaid(now),
  };
}

/** Since when, unless the text itself names that year. */
function sinceUnsaid({ text, since = "" }: Concept["now"]): string {
  const years = since.match(/\d{4}/g) ?? [];
  return years.length > 0 && years.every((year) => text.includes(year)) ? "" : since;
}
