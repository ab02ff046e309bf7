/** The id of the question on the page: there is one at a time, and its field is described by it. */
export const questionId = "question";
