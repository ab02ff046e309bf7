import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";
import { workWords } from "#core/text/work-words";

const en = {
  title: "Learn Docker once, and keep it",
  lead: (cards: number) =>
    `A conference talk of 2015 as ${cards} cards, and what holds today. Each comes back just before you would forget it.`,
  whereToBegin: "Where do you want to begin?",
  firstDay: (minutes: number) => `First day: ${counted(minutes, "minute")}.`,
  firstCommand: (day: number) => `First command: day ${day}.`,
  noAccount:
    "No account needed: log in later and your answers come along. The road can be changed at any time. A day brings ten new cards. The minutes are estimated from the words on the cards, and later from your own pace.",
  needsJavaScript: "Studying needs JavaScript: your answers are kept in this browser by it.",
  today: "Today",
  lookingUp: "Looking up what is due.",
  toStudy: (known: number, fresh: number) => `${workWords(known, fresh)}.`,
  nothingNow: "Nothing is due now.",
  goOn: "Study what is due",
  studyMore: "Study more new cards",
  takeQuiz: "Take a quiz",
  yourRoad: (title: string) => `Your road: ${title}.`,
  changeRoad: "Change it",
  topics: "Topics, one container a card",
  topic: (title: string, cards: number) => `${title}: ${cards} cards`,
};

/** The first page. */
export const homeText = inLanguages({ en });
