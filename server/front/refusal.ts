import "server-only";
import type { RequestProblem } from "#core/account/types";
import { problemText } from "#core/text/site/problem-text";

/** Why the front answers a request by itself. */
export type Refusal = {
  status: number;
  problem: RequestProblem;
  headers?: Readonly<Record<string, string>>;
};

/** Seconds after which it is worth to ask a busy server again. */
const retryAfter = { "Retry-After": "2" };

export const refusals = {
  badRequest: (): Refusal => refusal(400, "invalid", problemText().badRequest),
  badAddress: (): Refusal => refusal(400, "invalid", problemText().badAddress),
  foreignOrigin: (): Refusal => refusal(403, "foreign-origin", problemText().foreignOrigin),
  notFound: (): Refusal => refusal(404, "not-found", problemText().notFound),
  notAllowed: (methods: readonly string[]): Refusal => ({
    ...refusal(405, "not-allowed", problemText().notAllowed(methods.join(", "))),
    headers: { Allow: methods.join(", ") },
  }),
  tooSlow: (): Refusal => refusal(408, "invalid", problemText().tooSlow),
  tooLarge: (bytes: number): Refusal => refusal(413, "too-large", problemText().tooLarge(bytes)),
  addressTooLong: (): Refusal => refusal(414, "too-large", problemText().addressTooLong),
  expectation: (): Refusal => refusal(417, "invalid", problemText().badRequest),
  headTooLarge: (): Refusal => refusal(431, "too-large", problemText().headTooLarge),
  internal: (): Refusal => refusal(500, "internal", problemText().internal),
  busy: (): Refusal => ({
    ...refusal(503, "unavailable", problemText().tooMuchAtOnce),
    headers: retryAfter,
  }),
};

function refusal(status: number, error: RequestProblem["error"], message: string): Refusal {
  return { status, problem: { error, message } };
}

/** What stands in the answer: for a program as its requests are answered, for a person as text. */
export function bodyOf({ problem }: Refusal, { json }: { json: boolean }) {
  return json
    ? { type: "application/json", text: JSON.stringify(problem) }
    : { type: "text/plain; charset=utf-8", text: `${problem.message}\n` };
}
