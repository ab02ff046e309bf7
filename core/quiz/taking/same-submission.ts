import { canonicalJson } from "#core/content/canonical-json";
import type { QuizSession } from "./quiz-session";

type Answers = Pick<QuizSession, "answers">;

/** Whether two results of one exam rest on the same answers. */
export function isSameSubmission(one: Answers, other: Answers): boolean {
  return given(one) === given(other);
}

const given = ({ answers }: Answers): string =>
  canonicalJson(answers.map((answer) => answer?.answer ?? null));
