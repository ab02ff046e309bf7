import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  title: "Study",
  notBegun: "The session could not begin",
  kept: "Your earlier answers are kept.",
  loading: "Loading the cards",
  lookingUp: "Looking up what is due today.",
  needsJavaScript: "Studying needs JavaScript, which keeps your answers in this browser.",
  place: (card: number, cards: number) => `Card ${card} of ${cards}`,
  left: (done: number, answers: number, missed: number) =>
    `${done} done, at least ${counted(answers, "answer")} left${missed > 0 ? `, ${missed} missed` : ""}`,
  allDone: (cards: number) => `${counted(cards, "card")} done`,
  beyondDay:
    "Today's limit is reached. These cards go beyond it, because you asked for this topic.",
  unknownTopic: "There is no such topic",
  noSuchTopic: (named: string) => `The deck has no topic with the name “${named}”.`,
  studyAll: "Study all topics",
  seeTopics: "See the topics",
  fetchingNext: "Fetching the next card.",
  putOff: "Put it off and go on",
  rateYourself: "Rate it yourself",
  undo: "Undo",
  undoRating: "Undo the last rating",
};

/** A session of study while it goes on; its end has texts of its own. */
export const studyText = inLanguages({ en });
