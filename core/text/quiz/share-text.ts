import type { ShareProblem } from "#core/quiz/share/read-share";
import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  copyLink: "Copy a link to this quiz",
  share: "Share this quiz",
  sharedAs: "A quiz on Docker",
  copied:
    "The link is copied. Whoever opens it gets the same questions, and their result is theirs alone.",
  notCopied: "This browser does not let it be copied. Here it is to be taken by hand.",
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
        return "There is nothing in the link behind “share=”.";
      case "long":
        return "It is longer than the link to any quiz.";
      case "version":
        return "It was made by another version of Mooring than this one. Reload the page for the latest; if that does not help, ask for a new link.";
      case "damaged":
        return "It is not whole: a part of it was lost or changed on its way. Copy it again, to its very end, or ask for a new one.";
      case "style":
        return "It names a style of quiz that cannot be shared.";
      case "time":
        return "The time that it gives does not fit its style.";
      case "seed":
        return "What its questions were shuffled by cannot be read.";
      case "count":
        return "It has no questions, or more than a quiz can have.";
      case "question":
        return `Its question ${problem.question} cannot be read.`;
      case "twice":
        return `Its question ${problem.question} was asked before in it.`;
    }
  },
};

/** A quiz shared as a link: making the link, and what it opens. */
export const shareText = inLanguages({ en });
