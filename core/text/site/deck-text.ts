import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  title: "Deck",
  heading: "The talk, topic by topic",
  lead: (count: { topics: number; ideas: number; cards: number }) =>
    `${count.topics} topics, ${count.ideas} ideas, ${count.cards} cards. Each idea says what the talk said in December 2015 and what holds today.`,
  allCards: "Look for cards among all of them",
  labs: "Labs: type real commands on a simulated Docker host",
  mapNote: "Read it from top to bottom: a line leads from a topic to one that builds on it.",
  fillNote: "The fuller a container, the more of its topic you would recall today.",
  /** `topics` by their short names, which may have commas in them. */
  buildsOn: (topics: string[]) =>
    topics.length === 0 ? "Builds on no other topic" : `Builds on: ${topics.join("; ")}`,
  recall: (share: string, count: { studied: number; cards: number }) =>
    `Recall today ${share}, ${count.studied} of ${counted(count.cards, "card")} studied`,
  cardsOn: (cards: number, slides: string) => `${cards} cards, ${slides}`,
  study: "Study this topic",
  takeQuiz: "Take a quiz on them",
  knowIt: "I know this: check me",
};

/** The deck to read: all topics, and the page of one. */
export const deckText = inLanguages({ en });
