import type { MarkChoice } from "#core/log/mark-draft";
import type { Flag } from "#core/log/types";
import { inLanguages } from "#core/text/language";

const flags: Record<Flag, string> = {
  orange: "Orange",
  green: "Green",
  blue: "Blue",
  yellow: "Yellow",
};

/** What was done, as it is told. */
const done: Record<MarkChoice["type"], string> = {
  suspend: "Suspended. The card does not come until you take it up again.",
  bury: "Buried. The card comes again tomorrow.",
  reset: "The card begins anew.",
  "set-date": "The day is set. The card comes then.",
  flag: "The flag is set.",
  note: "The note is kept.",
};

const en = {
  card: "Card",
  menu: "This card",
  suspend: "Suspend",
  suspendHint: "It does not come until you take it up again.",
  unsuspend: "Take it up again",
  bury: "Bury until tomorrow",
  reset: "Begin anew",
  resetHint: "As if you had never studied it. Your flag and note stay.",
  day: "Comes again on",
  setDay: "Set the day",
  noDay: "Choose a day from today on.",
  flag: "Flag",
  flags,
  noFlag: "None",
  flagged: (flag: Flag) => `Flag: ${flags[flag].toLowerCase()}`,
  note: "Your note",
  noteHint: "Only you see it, on the card's back. Markdown: *emphasis*, `code`, - lists.",
  keepNote: "Keep the note",
  close: "Close",
  done,
  unsuspended: "The card comes again.",
  unflagged: "The flag is taken off.",
  unnoted: "The note is taken off.",
  takenBack: "Taken back.",
  undoMark: "Undo the last change to a card",
  notLoaded: "This could not be loaded. Try again when the network is back.",
};

/** What was done with a card, in words. */
function told(choice: MarkChoice): string {
  if (choice.type === "suspend" && !choice.suspended) return en.unsuspended;
  if (choice.type === "flag" && choice.flag === null) return en.unflagged;
  if (choice.type === "note" && choice.text === "") return en.unnoted;
  return en.done[choice.type];
}

/** What a learner marks on a card. */
export const markText = inLanguages({ en: { ...en, told } });
