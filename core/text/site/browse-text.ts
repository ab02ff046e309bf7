import type { Found, Standing } from "#core/browse/find-cards";
import type { CardKind } from "#core/content/types";
import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const kinds: Record<CardKind, string> = {
  recall: "Question",
  list: "List",
  cloze: "Gap",
  text: "Short answer",
  choice: "One of several",
  multi: "Several of several",
  order: "Order",
  match: "Pairs",
  classify: "Sorting",
  command: "Command",
  output: "Terminal",
  diagram: "Drawing",
};

const standings: Record<Standing, string> = {
  new: "New",
  learning: "In its steps",
  review: "Known",
  suspended: "Suspended",
  buried: "Buried for today",
};

const en = {
  title: "All cards",
  heading: "All cards",
  lead: "Look for cards by what stands on them and by how you know them. What you do with one card in a session you can do here with many.",
  loading: "Loading the cards.",
  words: "Words on the card or in your note",
  topic: "Topic",
  anyTopic: "Any topic",
  kind: "Kind",
  anyKind: "Any kind",
  standing: "State",
  anyStanding: "Any state",
  flag: "Flag",
  anyFlag: "Any flag or none",
  due: "Due",
  anyDue: "Whenever",
  dues: { today: "Today", week: "Within a week", later: "Later" },
  lapses: "Forgotten",
  anyLapses: "However often",
  leastLapses: (least: string) => `${least} times or more`,
  clear: "Look for all again",
  kinds,
  standings,
  found: (cards: number, chosen: number) =>
    `${counted(cards, "card")} found${chosen > 0 ? `, ${chosen} chosen` : ""}.`,
  chooseAll: (cards: number) => `Choose all ${cards} that are found`,
  showMore: (cards: number) => `Show ${cards} more`,
  act: (cards: number) => (cards > 0 ? `Do with ${counted(cards, "card")}` : "Choose cards first"),
  chosen: (cards: number) => (cards === 1 ? "This card" : counted(cards, "card")),
  done: (cards: number, words: string) => `${counted(cards, "card")}: ${words}`,
  undo: "Undo",
  takenBack: (cards: number) => `Taken back for ${counted(cards, "card")}.`,
};

/** How a card stands, when it is due, and how often it was forgotten. */
function stands({ standing, dueIn, lapses }: Found): string {
  const words = [standings[standing]];
  if (dueIn !== null && standing !== "suspended") words.push(dueWords(dueIn));
  if (lapses > 0) words.push(`forgotten ${counted(lapses, "time")}`);
  return words.join(", ");
}

function dueWords(dueIn: number): string {
  if (dueIn <= 0) return "due today";
  return dueIn === 1 ? "due tomorrow" : `due in ${dueIn} days`;
}

/** To look for cards, and to act on many. */
export const browseText = inLanguages({ en: { ...en, stands } });
