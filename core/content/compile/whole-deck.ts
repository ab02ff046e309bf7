import type { CardPlace, Problem } from "#core/content/read/problem";
import type { Deck } from "#core/content/types";

/** A topic with fewer cards is no topic to study. */
const fewestCards = 8;

/** What a deck that is to be published owes each topic: a lesson, and some cards. */
export function wholeDeckProblems(deck: Deck, placeOf: CardPlace): Problem[] {
  return deck.topics.flatMap(({ id }) => {
    const cards = deck.cards.filter((card) => card.topic === id);
    const file = cards[0] ? placeOf(cards[0].id).file : "content/topics";
    const problems: Problem[] = [];
    if (!deck.lessons.some(({ topic }) => topic === id)) {
      const hint = `Write one in ${file.replace("/topics/", "/lessons/")}.`;
      problems.push({ file, line: 1, message: `The topic "${id}" has no lesson.`, hint });
    }
    if (cards.length < fewestCards) {
      const message = `The topic "${id}" has ${cards.length} cards; the least is ${fewestCards}.`;
      problems.push({ file, line: 1, message });
    }
    return problems;
  });
}
