import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const cards = (count: number) => counted(count, "card");

const placing = {
  title: (count: number) => (count === 0 ? "Nothing to place" : `Place ${cards(count)} as known?`),
  lead: "You answered these right, and not by a guess. If you agree, they enter your schedule as known and come back on the day beside them. Nothing is placed before you agree.",
  none: "Only what is answered right, and not by a guess, is placed as known.",
  guessed: (count: number) =>
    count === 1
      ? "One right answer was a guess: its card stays new."
      : `${count} right answers were guesses: their cards stay new.`,
  overruled: (count: number) =>
    count === 1
      ? "You said yourself that one answer was right: its card stays new."
      : `You said yourself that ${count} answers were right: their cards stay new.`,
  missed: (count: number) =>
    count === 1
      ? "One card was missed: it comes first among your next new cards."
      : `${count} cards were missed: they come first among your next new cards.`,
  needed: (ideas: number) =>
    ideas === 1 ? "They build on one more idea" : `They build on ${ideas} more ideas`,
  neededWhy:
    "You were not asked about these, so their cards are not placed. They come after all other new cards. A short check, one question on each, can place them earlier.",
  place: (count: number) => `Place ${count === 1 ? "this card" : `these ${cards(count)}`}`,
  placeNothing: "Place nothing",
  seeResult: "See the result",
};

const en = {
  title: "Placement",
  placing,
  placed: "Placed as known",
  placedLead: (count: number) =>
    count === 1
      ? "This card has a schedule now and comes back when it is due."
      : "These cards have a schedule now and come back when they are due.",
  nonePlaced: "No card was placed.",
  check: (questions: number) => `Check what they build on: ${counted(questions, "question")}`,
  checkWhy: (ideas: number) =>
    ideas === 1
      ? "What you know builds on one idea that was not asked about. One question tells whether you know it, too."
      : `What you know builds on ${ideas} ideas that were not asked about. One question on each tells whether you know them, too.`,
  checkTitle: "A short check",
  takeBack: "Take the placement back",
  ask: (answers: number) =>
    `${answers === 1 ? "Its one answer" : `All ${answers} answers`} will no longer count, and the cards it placed become new again. What you studied since still counts.`,
  keep: "Keep it",
  takeItBack: "Take it back",
  takenBack:
    "You took this placement back. Its answers do not count, and the cards it placed are as they were before.",
};

/** A placement: what it would place, its result, and how that is taken back. */
export const placementText = inLanguages({ en });
