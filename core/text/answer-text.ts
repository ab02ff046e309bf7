import { inLanguages } from "./language";

const en = {
  check: "Check",
  done: "Done",
  choose: "choose",
  tickSaid: "Tick what you said",
  chooseAll: "Choose all that apply",
  putInOrder: "Tap them in order, or move them with the arrow keys.",
  missingWord: "The missing word",
  yourAnswer: "Your answer",
  markRight: "Right:",
  markWrong: "Not right:",
  yours: "your answer",
  youChose: (given: string) => `you chose ${given}`,
  youPutItAt: (place: number) => `you put it at ${place}`,
  youTyped: "You typed",
  typedNothing: "nothing",
  right: "Right",
  alsoRight: "Also right",
};

/** Where a card is answered, and the answer beside what is right. */
export const answerText = inLanguages({ en });
