import type { Answer } from "#core/grading/types";

/** Whether an answer was typed, so that its reading may be overruled ("I was right"). */
export function isTyped(answer: Answer): boolean {
  return answer.kind !== "none" && "text" in answer;
}
