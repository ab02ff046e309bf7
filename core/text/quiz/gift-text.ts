import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const suffixes: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };
const ordinals = new Intl.PluralRules("en", { type: "ordinal" });

const en = {
  header: (questions: number) =>
    `${counted(questions, "question")} from Mooring. In Moodle: Question bank, Import, GIFT format.`,
  gap: "_____",
  /** What stands at a place of an order. */
  ordinal: (place: number) => `${place}${suffixes[ordinals.select(place)]}`,
  inUnit: (unit: string) => `Answer with a number, in ${unit}.`,
  part: (number: number) => `Part (${number})`,
  /** For the teacher, as comments above a question. */
  caseCounts: "Case counts in this answer. GIFT cannot say so: set it in Moodle after the import.",
  byMeaning:
    "Mooring grades this command by what it means. Moodle compares letters, so these are examples of right answers.",
};

/** What a file for Moodle says beside the cards' own texts. */
export const giftText = inLanguages({ en });
