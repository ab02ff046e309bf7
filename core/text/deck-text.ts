import { inLanguages } from "./language";

const en = {
  title: "Deck",
  heading: "The talk, topic by topic",
  lead: (count: { topics: number; ideas: number; cards: number }) =>
    `${count.topics} topics, ${count.ideas} ideas, ${count.cards} cards. Each idea says what the talk said in December 2015 and what holds today.`,
  cardsOn: (cards: number, slides: string) => `${cards} cards, ${slides}`,
  study: (cards: number) => `Study these ${cards} cards`,
  takeQuiz: "Take a quiz on them",
};

/** The deck to read: all topics, and the page of one. */
export const deckText = inLanguages({ en });
