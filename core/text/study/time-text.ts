import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  /** Where it was measured, and where only the words are known. */
  about: (minutes: number, measured: boolean) =>
    `About ${counted(minutes, "minute")}, ${measured ? "at the pace of your last answers" : "estimated from the words on the cards"}.`,
  inShort: (minutes: number) => `about ${counted(minutes, "minute")}`,
};

/** How long something takes. */
export const timeText = inLanguages({ en });
