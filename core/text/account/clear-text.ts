import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const onlyHere = (answers: number) =>
  `${counted(answers, "answer")} ${answers === 1 ? "is" : "are"} in this browser alone and would be lost.`;

const en = {
  title: "This browser's data",
  guest: "You study as a guest: your answers are in this browser and nowhere else.",
  account: (email: string) =>
    `This browser keeps a copy of the account ${email}, so that you can study with no network.`,
  clear: "Clear this browser's data",
  askGuest: (answers: number) =>
    `This deletes ${counted(answers, "answer")}, your quizzes and your settings for good. There is no other copy.`,
  askAccount: (answers: number) => {
    const stays =
      "This deletes the copy in this browser and logs you out here. The account stays, with all that the server has of it.";
    return answers === 0 ? stays : `${stays} ${onlyHere(answers)}`;
  },
  keep: "Keep it",
  clearForGood: "Clear it for good",
};

/** What this browser keeps of whoever studies in it, and how it is cleared. */
export const clearText = inLanguages({ en });
