import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";
import { workWords } from "#core/text/work-words";
import { timeText } from "./time-text";

type Done = { cards: number; minutes: number; fresh: number; missed: number };

const en = {
  doneToday: "Done for today",
  nothingDue: "Nothing is due",
  nothingAllowed: "You have done all that your settings allow for today.",
  topicKnown: (topic: string, cards: number) =>
    `You have met all ${cards} cards of “${topic}”, and none of them is due now.`,
  done: ({ cards, minutes, fresh, missed }: Done) => {
    const work = `${counted(cards, "card")} in ${counted(minutes, "minute")}`;
    const isNew = fresh > 0 ? `, ${fresh} of them new` : "";
    return `${work}${isNew}, ${missed === 0 ? "all recalled" : `${missed} not recalled at first`}.`;
  },
  nothingComesBack: "Nothing comes back: your settings allow no more cards.",
  readyNow: (cards: number) =>
    cards === 1 ? "One more card is ready now." : `${cards} more cards are ready now.`,
  laterToday: (cards: number, minutes: number) =>
    `${counted(cards, "card")} will come back in ${counted(minutes, "minute")}.`,
  tomorrow: (reviews: number, fresh: number) => `Tomorrow: ${workWords(reviews, fresh)}.`,
  onDay: (date: string, reviews: number, fresh: number) =>
    `On ${date}: ${workWords(reviews, fresh)}.`,
  studyReady: "Study them",
  takeQuiz: "Take a quiz",
  seeProgress: "See your progress",
  onlyCopy: "Your answers are in this browser and nowhere else.",
  register: "Make an account to keep them",
  moreNew: (cards: number, minutes: number | null) =>
    `${counted(cards, "more new card")}${minutes === null ? "" : `, ${timeText().inShort(minutes)}`}`,
  waiting: (ideas: number) =>
    ideas === 1
      ? "What you know builds on one idea that was not asked about."
      : `What you know builds on ${ideas} ideas that were not asked about.`,
  toCheck: "Take a short check",
};

/** The end of a session: what was done, and what comes next. */
export const sessionEndText = inLanguages({ en });
