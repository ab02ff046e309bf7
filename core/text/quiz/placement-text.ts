import { inLanguages } from "#core/text/language";

const en = {
  title: "Placement",
  placed: "Placed as known",
  placedLead: (cards: number) =>
    cards === 1
      ? "You were right and sure: this card has a schedule now and comes back when it is due."
      : "You were right and sure: these cards have a schedule now and come back when they are due.",
  nonePlaced:
    "No card was placed: only what is answered right and surely enters your schedule as known.",
  takeBack: "Take the placement back",
  ask: (answers: number) =>
    `${answers === 1 ? "Its one answer" : `All ${answers} answers`} will count for nothing, and what was placed is new again, as if you had not taken it. What you studied since still counts.`,
  keep: "Keep it",
  takeItBack: "Take it back",
  takenBack:
    "This placement was taken back: its answers count for nothing, and what it placed is as it was before.",
};

/** The result of a placement: what it placed, and how that is taken back. */
export const placementText = inLanguages({ en });
