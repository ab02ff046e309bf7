import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  title: "Questions on paper",
  quiz: "Quiz",
  count: (questions: number) => `Mooring · ${counted(questions, "question")}`,
  fetching: "Fetching the questions.",
  needsJavaScript: "Printing questions needs JavaScript.",
  failed: "The questions could not be fetched",
  nothing: "There is nothing to print here",
  nothingWhy: "The address names no topic, and no quiz of this browser.",
  toDeck: "Choose a topic",
  toTopic: "Back to the topic",
  toQuiz: "Back to the quiz",
  lead: "The questions, an answer sheet and the key, each on its own page.",
  withKey: "With the key",
  print: "Print",
  questions: "Questions",
  tickAll: "Tick all that apply.",
  numberThem: (items: number) => `Write 1 to ${items} in the boxes, in the order asked for.`,
  letterThem: "Write a letter in each box. A letter may be used twice, or not at all.",
  drawing: (open: number) => `The drawing, with ${open} parts to name`,
  sheet: "Answer sheet",
  name: "Name",
  date: "Date",
  right: (questions: number) => `Score, of ${questions}`,
  key: "Key",
  or: (others: string) => `or ${others}`,
  within: (least: number, most: number) => `from ${least} to ${most}`,
};

/** The page that is printed: questions, answer sheet and key. */
export const paperText = inLanguages({ en });
