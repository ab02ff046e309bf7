import type { Outcome } from "#core/grading/types";
import type { Rating } from "#core/log/types";
import { inLanguages } from "#core/text/language";

const verdicts: Record<Outcome, string> = {
  correct: "Right",
  partly: "Partly",
  wrong: "Not yet",
  unreadable: "Not readable",
};

const ratings: Record<Rating, string> = {
  again: "Again",
  hard: "Hard",
  good: "Good",
  easy: "Easy",
};

const en = {
  fillGap: "Fill the gap:",
  gap: "blank",
  slide: (slide: number) => `slide ${slide}`,
  slideRun: (first: number, last: number) => `slides ${first} to ${last}`,
  slides: (slides: readonly number[]) => `slides ${slides.join(", ")}`,
  showAnswer: "Show the answer",
  doNotKnow: "I do not know",
  verdicts,
  byYourWord: "Counted as right",
  iWasRight: "I was right",
  atTheTalk: "Then",
  today: "Now",
  source: "Source",
  lesson: "Lesson",
  inLesson: (slides: string) => `Read on at ${slides}`,
  atTheTalkOn: (slides: string) => `Then, ${slides}`,
  todaySince: (when: string) => `Now, since ${when}`,
  goOn: "Continue",
  comesBack: (when: string) => `comes back ${when}`,
  howWell: "How well did you know it?",
  ratings,
};

/** A card wherever it is shown: its front, its verdict, its back, and the four ratings. */
export const cardText = inLanguages({ en });
