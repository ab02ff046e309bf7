import type { Answer } from "#core/grading/types";
import type { QuizGiven } from "#core/log/types";

/** Whether an answer says nothing: a field left empty, nothing chosen, nothing put anywhere. */
export function isBlank(answer: Answer): boolean {
  switch (answer.kind) {
    case "none":
    case "recall":
      return true;
    case "options":
    case "list":
      return answer.said.every((word) => word === null);
    case "multi":
      return answer.options.length === 0;
    case "order":
      return answer.order.length === 0;
    case "match":
      return answer.rights.every((right) => right === null);
    case "classify":
      return answer.bins.every((bin) => bin === null);
    case "diagram":
      return answer.labels.every((label) => label === null);
    case "cloze":
    case "text":
    case "command":
      return answer.text.trim() === "";
    case "output":
      return "text" in answer && answer.text.trim() === "";
    case "choice":
      return false;
  }
}

/** Whether something was answered: of a placement, not to know is an answer, too. */
export function isGiven(given: Pick<QuizGiven, "answer" | "found"> | null | undefined): boolean {
  return given != null && (given.found !== undefined || !isBlank(given.answer));
}
