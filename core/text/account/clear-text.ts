import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const onlyHere = (answers: number) =>
  `${counted(answers, "answer")} ${answers === 1 ? "is" : "are"} in this browser alone and would be lost.`;

const en = {
  title: "This browser's data",
  guest: "You study as a guest: this browser holds the only copy of what you do.",
  account: (email: string) =>
    `What you need to study with no network is kept here, a copy of what the server has of ${email}.`,
  clear: "Clear this browser's data",
  askGuest: (answers: number) =>
    `Everything goes for good: ${counted(answers, "answer")}, your quizzes and your settings. There is no other copy.`,
  askAccount: (answers: number) => {
    const stays =
      "This browser's copy goes, and you are logged out here. The account stays, with all that the server has of it.";
    return answers === 0 ? stays : `${stays} ${onlyHere(answers)}`;
  },
  keep: "Keep it",
  clearForGood: "Clear it for good",
};

/** What this browser keeps of whoever studies in it, and how it is cleared. */
export const clearText = inLanguages({ en });
