import { inLanguages } from "#core/text/language";

const en = {
  title: "Quiz",
  fetching: "Fetching the questions.",
  needsJavaScript: "Quizzes need JavaScript: your answers are kept in this browser by it.",
  notOpened: "The quiz could not be opened",
  kept: "What you answered before is kept.",
  place: (question: number, questions: number) => `Question ${question} of ${questions}`,
  soFar: (right: number, missed: number) => `${right} right, ${missed} not yet`,
  given: (answers: number) => `${answers} answered`,
  nextQuestion: "Next question",
  seeResult: "See the result",
};

/** Opening a quiz and taking it. */
export const quizText = inLanguages({ en });
