import { inLanguages } from "#core/text/language";

const en = {
  title: "Settings",
  lead: "They hold from the next session on, on every device of yours.",
  reading: "Reading your settings.",
  newPerDay: { label: "New cards a day", hint: "10 take about ten minutes." },
  reviewsPerDay: { label: "Reviews a day, at most", hint: "What is over waits." },
  desiredRetention: {
    label: "Recall to aim for, in percent",
    hint: "Higher means more reviews: 90 is a good middle, 95 about doubles the work.",
  },
  road: {
    label: "Your road: the order in which new cards come",
    hint: "You can change it at any time. What you know already stays as it is.",
  },
  shortcuts: "Single keys act (1 to 4 rate, u undoes, and so on)",
  extraTime: {
    label: "Extra time in exams",
    hint: "The clock of each exam you start from now on gives that much more. Practice has no clock.",
    choice: (percent: number) => (percent === 0 ? "None" : `${percent} % more`),
  },
  save: "Save",
  saved: "Saved.",
  outOfBounds: (min: number, max: number) => `Enter a whole number from ${min} to ${max}.`,
};

/** The page of the learner's settings. */
export const settingsText = inLanguages({ en });
