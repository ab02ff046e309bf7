import type { Rating } from "#core/log/types";
import { inLanguages } from "#core/text/language";

const ratings: Record<Rating, string> = {
  again: "again",
  hard: "hard",
  good: "good",
  easy: "easy",
};

/** Keys that keyboards of another language name otherwise; the others are what they print. */
const names: Record<string, string> = { space: "space", Enter: "Enter" };

const en = {
  title: "Keys",
  names,
  ratings,
  showAnswer: "show the answer",
  iWasRight: "I was right",
  next: "next",
  undo: "undo",
  allKeys: "all keys",
  revealAndRate: "show the answer; then the rating that is framed",
  rateAndChoose: "again, hard, good, easy; before the answer: the options by number",
  handIn: "hand in what is typed, ticked or placed",
  moveRow: "move the row that has the focus",
  overrule: "“I was right”, after a typed answer that was not accepted",
  undoRating: "undo the last rating",
  thisList: "this list",
  switchOff: "Single keys can be switched off in the settings.",
  close: "Close",
};

/** What the keys are called and what they do. */
export const keyText = inLanguages({ en });
