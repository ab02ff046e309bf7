import type { ShareProblem } from "#core/quiz/share/read-share";
import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  copyLink: "Copy a link to this quiz",
  share: "Share this quiz",
  sharedAs: "A quiz on Docker",
  copied:
    "The link is copied. Whoever opens it gets the same questions. You do not see their result.",
  notCopied: "This browser does not allow copying. Here is the link, to copy by hand.",
  link: "Link to this quiz",
  title: "A quiz for you",
  lead: "Someone shared these questions with you. You need no account, and your result is yours alone: whoever sent the link does not see it.",
  style: "Style",
  questions: "Questions",
  time: "Time",
  minutes: (minutes: number) => counted(minutes, "minute"),
  extraTime: (percent: number) => `with your ${percent} % of extra time`,
  topics: "Topics",
  asksConfidence: "It asks how sure you are of each answer.",
  gone: (gone: number, questions: number) =>
    gone === 1
      ? `One of the ${counted(questions, "question")} in this quiz is not in the deck any more, and is left out:`
      : `${gone} of the ${questions} questions in this quiz are not in the deck any more, and are left out:`,
  moreGone: (cards: number) => `and ${cards} more`,
  start: "Start the quiz",
  ownQuiz: "Choose a quiz of your own",
  allGone: "Nothing is left of this quiz",
  allGoneWhy: "None of its questions is in the deck any more.",
  broken: "This link holds no quiz",
  problem: (problem: ShareProblem) => {
    switch (problem.what) {
      case "empty":
        return "There is nothing after “share=” in the link.";
      case "long":
        return "It is too long for a link to a quiz.";
      case "version":
        return "It was made by another version of Mooring than this one. Reload the page for the latest; if that does not help, ask for a new link.";
      case "damaged":
        return "A part of it is missing or was changed. Copy the whole link again, or ask for a new one.";
      case "style":
        return "It names a style of quiz that cannot be shared.";
      case "time":
        return "Its time limit does not fit its style.";
      case "seed":
        return "The order of its questions cannot be read.";
      case "count":
        return "It has no questions, or more than a quiz can have.";
      case "question":
        return `Its question ${problem.question} cannot be read.`;
      case "twice":
        return `Its question ${problem.question} is in it twice.`;
    }
  },
};

/** A quiz shared as a link: making the link, and what it opens. */
export const shareText = inLanguages({ en });
