import { inLanguages } from "#core/text/language";

const en = {
  title: "Quiz",
  fetching: "Fetching the questions.",
  needsJavaScript: "Quizzes need JavaScript, which keeps your answers in this browser.",
  notOpened: "The quiz could not be opened",
  kept: "Your earlier answers are kept.",
  place: (question: number, questions: number) => `Question ${question} of ${questions}`,
  soFar: (right: number, missed: number) => `${right} right, ${missed} not yet`,
  given: (answers: number) => `${answers} answered`,
  nextQuestion: "Next question",
  seeResult: "See the result",
};

/** Opening a quiz and taking it. */
export const quizText = inLanguages({ en });
