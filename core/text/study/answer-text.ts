import { inLanguages } from "#core/text/language";

const en = {
  check: "Check",
  done: "Done",
  choose: "choose",
  tickSaid: "Tick what you said",
  chooseAll: "Choose all that apply",
  isThisIt: "Is this the answer? You cannot go back.",
  doesThisBelong: "Does this belong to the answer? You cannot go back.",
  option: (place: number) => `Option ${place}`,
  optionOf: (place: number, all: number) => `Option ${place} of ${all}`,
  yes: "Yes",
  no: "No",
  answered: "Answered.",
  putInOrder: "Tap them in order.",
  orMove: "Or move the row that has the focus with the arrow keys.",
  missingWord: "The missing word",
  yourAnswer: "Your answer",
  markRight: "Right:",
  markWrong: "Not right:",
  yours: "your answer",
  saidYes: "You said yes",
  saidNo: "You said no",
  notAsked: "Not shown",
  youChose: (given: string) => `you chose ${given}`,
  youPutItAt: (place: number) => `you put it at ${place}`,
  youTyped: "You typed",
  right: "Right",
  alsoRight: "Also right",
};

/** Where a card is answered, and the answer beside what is right. */
export const answerText = inLanguages({ en });
