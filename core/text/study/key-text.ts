import { inLanguages } from "#core/text/language";

/** Keys that keyboards of another language name otherwise; the others are what they print. */
const names: Record<string, string> = { space: "space", Enter: "Enter", undo: "Ctrl+Z" };

const en = {
  title: "Keys",
  names,
  revealAndRate: "show the answer; then give the rating with the thick border",
  rateAndChoose:
    "rate again, hard, good or easy; before the answer, choose an option by its number",
  handIn: "check what you typed, ticked or placed",
  moveRow: "move the row that has the focus",
  overrule: "“I was right”, after a typed answer that was not accepted",
  suspend: "suspend the card: it does not come until you take it up again",
  bury: "bury the card until tomorrow",
  cardMenu: "all that may be done with the card: flag, note, another day, begin anew",
  undoRating: "undo the last rating, or what was done with a card",
  thisList: "this list",
  inFields: "In a field letters, digits and space are typed, and Ctrl+Z takes back what was typed.",
  switchOff: "Single keys can be switched off in the settings.",
  close: "Close",
};

/** What the keys are called and what they do. */
export const keyText = inLanguages({ en });
