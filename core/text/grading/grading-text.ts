import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  misfit: "This is not an answer to this card.",
  chooseOne: "Choose one of the options.",
  chooseSome: "Choose at least one.",
  chooseEachOnce: "Choose among the options, each once.",
  found: (hits: number, all: number) => `${hits} of ${all} found.`,
  surplus: (slips: number) =>
    slips === 1 ? "1 of your choices does not belong." : `${slips} of your choices do not belong.`,
  sayToEach: "Say yes or no to every option.",
  sayUntilDecided: "Say yes or no until the question is decided.",
  saidAfterEnd: "This answer says more than was asked.",
  sayEachOnce: "Tick what you said, each once.",
  said: (said: number, all: number) => `You said ${said} of ${all}.`,
  orderAll: "Put all of the items in order, each once.",
  outOfPlace: (items: number) =>
    `${counted(items, "item")} ${items === 1 ? "is" : "are"} out of place.`,
  notThePairs: "This answer does not fit the pairs.",
  notTheItems: "This answer does not fit the items.",
  placed: (placed: number, all: number) => `${placed} of ${all} placed.`,
  placedRight: (right: number, all: number) => `${right} of ${all} right.`,
  typeAnswer: "Type an answer.",
  spelled: (right: string) => `It is spelled \`${right}\`.`,
  exactly: "Here upper and lower case count, and every character.",
  typeNumber: "Answer with a number.",
  typeNumberAlone: "Answer with the number alone.",
  typeNumberIn: (unit: string) => `Answer with a number, in ${unit}.`,
  answerIn: (unit: string) => `Answer in ${unit}.`,
  tooHigh: "Too high.",
  tooLow: "Too low.",
  precisely: (quantity: string) => `Precisely: ${quantity}.`,
};

/** What grading says of an answer; the texts know the two marks. */
export const gradingText = inLanguages({ en });
