import "server-only";
import type { z } from "zod";
import type { RequestProblem } from "#core/account/types";
import { problemText } from "#core/text/site/problem-text";
import { databaseTrouble } from "#db/trouble";
import { TryLater } from "#server/base/try-later";

const statuses: Record<RequestProblem["error"], number> = {
  invalid: 400,
  taken: 409,
  "wrong-password": 403,
  wait: 429,
  expired: 410,
  "signed-out": 401,
  "foreign-origin": 403,
  "not-found": 404,
  "not-allowed": 405,
  "too-large": 413,
  unavailable: 503,
  internal: 500,
};

/** When to ask again where that is not said, seconds. */
const pauses: Partial<Record<RequestProblem["error"], number>> = { unavailable: 5, wait: 60 };

/** A problem as the answer to a request. */
export function problemResponse(problem: RequestProblem): Response {
  const seconds = problem.seconds ?? pauses[problem.error];
  const response = Response.json(problem, { status: statuses[problem.error] });
  if (seconds !== undefined) response.headers.set("retry-after", String(seconds));
  return response;
}

/** Too many attempts were made; the next one may be made in so many seconds. */
export function waitProblem(seconds: number): RequestProblem {
  const message = problemText().tooManyAttempts(Math.ceil(seconds / 60));
  return { error: "wait", message, seconds };
}

/** What is wrong with each field, in the schema's words; the first that is wrong with it counts. */
export function invalidInput(error: z.ZodError): RequestProblem {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return { error: "invalid", message: problemText().invalid, fields };
}

/** One field is wrong, which only the use case could tell. */
export function invalidField(field: string, message: string): RequestProblem {
  return { error: "invalid", message: problemText().invalid, fields: { [field]: message } };
}

/**
 * What to answer when something threw. Trouble with the disk or another process's lock is told in
 * words, so that a device keeps what it has and tries again; anything else is logged, not told.
 */
export function failure(error: unknown): RequestProblem {
  if (error instanceof TryLater) {
    return { error: error.kind, message: error.message, seconds: error.seconds };
  }
  const trouble = databaseTrouble(error);
  console.error(error);
  if (!trouble) return { error: "internal", message: problemText().internal };
  return { error: "unavailable", message: problemText().databaseSilent(trouble.words) };
}

/** The password that was asked again is not the account's. */
export function wrongPassword(field: string): RequestProblem {
  const message = problemText().wrongPassword;
  return { error: "wrong-password", message, fields: { [field]: message } };
}
