import type { Theme } from "#core/scheduling/types";
import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const themes: Record<Theme, string> = {
  system: "Same as the system",
  light: "Light",
  dark: "Dark",
};

const en = {
  title: "Settings",
  lead: "With an account, your settings apply on all your devices. A session you have begun goes on as before.",
  reading: "Reading your settings.",
  newPerDay: {
    label: "New cards a day",
    hint: (next: { cards: number; minutes: number; measured: boolean } | null) =>
      next === null || next.cards === 0
        ? "Each is asked at least twice on its first day."
        : `The next ${counted(next.cards, "new card")} take about ${counted(next.minutes, "minute")}, ${next.measured ? "at the pace of your last answers" : "estimated from the words on them"}.`,
  },
  reviewsPerDay: {
    label: "Reviews a day, at most",
    hint: "If more cards are due, the rest come on the next days.",
  },
  minutesPerDay: {
    label: "Minutes a day, at most",
    hint: "0 for no limit. What gains most comes first, and new cards rest while more presses than a day holds.",
  },
  desiredRetention: {
    label: "Cards you want to remember, in percent",
    hint: "A higher number means more reviews: 90 is a good choice, 95 is about twice the work.",
  },
  road: {
    label: "Your road: the order in which new cards come",
    hint: "You can change it at any time. What you know already stays as it is.",
  },
  shortcuts: "Use single keys (1 to 4 to rate, u to undo, and so on)",
  extraTime: {
    label: "Extra time in exams",
    hint: "Each exam you start from now on gives you this much more time. Other quizzes have no clock.",
    choice: (percent: number) => (percent === 0 ? "None" : `${percent} % more`),
  },
  theme: { label: "Theme", choices: themes },
  save: "Save",
  saved: "Saved.",
  outOfBounds: (min: number, max: number) => `Enter a whole number from ${min} to ${max}.`,
};

/** The page of the learner's settings. */
export const settingsText = inLanguages({ en });
