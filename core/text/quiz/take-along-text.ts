import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  heading: "Take it along",
  lead: (questions: number) => `${counted(questions, "question")} to use in Moodle or to print.`,
  gift: "Questions for Moodle (GIFT)",
  print: "Print the questions",
  saved: (file: string) => `Saved as ${file}. In Moodle: Question bank, Import, GIFT format.`,
  failed: "The questions could not be fetched. Try again when the network is back.",
};

/** Where questions leave the app. */
export const takeAlongText = inLanguages({ en });
