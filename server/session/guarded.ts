import "server-only";
import type { z } from "zod";
import type { RequestProblem } from "#core/account/types";
import { problemText } from "#core/text/site/problem-text";
import type { Database } from "#db/client";
import { database } from "#server/base/database";
import { giveWay, makePace, type Pace } from "#server/base/give-way";
import { inTurn } from "#server/base/in-turn";
import { clientAddress } from "#server/base/request-context";
import { checkWork, noteWork } from "#server/base/work-account";
import { failure, invalidInput, problemResponse } from "#server/http/problem-response";
import { parseJson, readBody } from "#server/http/read-body";
import { type Split, splitArray } from "#server/http/split-array";
import { checkUnsent } from "#server/http/unsent";
import { setDeviceMark } from "./device-mark";
import { type Learner, type LiveSession, readSession } from "./session";
import { sessionToken, setSessionCookie } from "./session-cookie";

/** What a handler that changes something is given, checked. `now` is the server's clock. */
export type Given<Input> = {
  input: Input;
  database: Database;
  now: number;
  address: string | null;
  /** The request's Cookie header. */
  cookies: string | null;
  /** The browser's own words for itself. */
  userAgent: string | null;
};

type Rule<Schema extends z.ZodType> = {
  schema: Schema;
  maxBytes: number;
  /**
   * It reads or writes the learner's log: then it has its turn after others of the same learner, and
   * what it takes is counted. `split`: the one long list that its body may hold is read item by item.
   */
  inTurn?: { split?: Split };
};
type Handler<Input> = (given: Given<Input>) => Promise<Response>;
type OfLearner = { learner: Learner; pace: Pace };
type LearnerHandler<Input> = (given: Given<Input> & OfLearner) => Promise<Response>;

/** A body of so many characters takes long enough to read that it waits for a turn of the event loop. */
const longAlready = 16_384;

/** Nobody is logged in here, or not the one it is about. */
export const signedOut: RequestProblem = { error: "signed-out", message: problemText().signedOut };

/** A POST handler for anyone: JSON, checked input, problems in one shape. */
export function openToAll<Schema extends z.ZodType>(
  rule: Rule<Schema>,
  handle: Handler<z.infer<Schema>>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const body = await readFrom(request, rule.maxBytes);
      if (typeof body !== "string") return problemResponse(body);
      const given = accept(request, { rule, body });
      return "error" in given ? problemResponse(given) : await handle(given);
    } catch (error) {
      return problemResponse(failure(error));
    }
  };
}

/** As `openToAll`, for the learner who is signed in, whose id comes from the session and nowhere else. */
export function guarded<Schema extends z.ZodType>(
  rule: Rule<Schema>,
  handle: LearnerHandler<z.infer<Schema>>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const token = sessionToken(request.headers.get("cookie"));
      const live = token ? await readSession(database(), { token, now: Date.now() }) : null;
      if (!token || !live) return problemResponse(signedOut);
      const { learner } = live;
      const body = await readFrom(request, rule.maxBytes);
      if (typeof body !== "string") return problemResponse(body);
      const answer = async () => {
        if (rule.inTurn) {
          checkWork(learner.id, Date.now());
          checkUnsent(learner.id, 1);
        }
        const pace = makePace();
        try {
          if (body.length > longAlready) await pace.during(giveWay());
          const given = accept(request, { rule, body });
          return "error" in given
            ? problemResponse(given)
            : await handle({ ...given, learner, pace });
        } finally {
          const work = { spent: pace.spent(), now: Date.now() };
          if (rule.inTurn) noteWork(learner.id, work);
        }
      };
      const turn = { learner: learner.id, size: body.length };
      const response = await (rule.inTurn ? inTurn(turn, answer) : answer());
      return withCookies(response, { token, live, cookies: request.headers.get("cookie") });
    } catch (error) {
      return problemResponse(failure(error));
    }
  };
}

type Seen = { database: Database; learner: Learner; now: number };

/** A GET handler for the learner who is signed in; it changes nothing. */
export function guardedGet(
  handle: (seen: Seen) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const now = Date.now();
      const cookies = request.headers.get("cookie");
      const token = sessionToken(cookies);
      const live = token ? await readSession(database(), { token, now }) : null;
      if (!token || !live) return problemResponse(signedOut);
      const response = await handle({ database: database(), learner: live.learner, now });
      return withCookies(response, { token, live, cookies });
    } catch (error) {
      return problemResponse(failure(error));
    }
  };
}

/** The body's text, if it is what it should be. */
async function readFrom(request: Request, maxBytes: number): Promise<string | RequestProblem> {
  const text = problemText();
  const body = await readBody(request, maxBytes);
  switch (body.outcome) {
    case "read":
      return body.text;
    case "too-large":
      return { error: "too-large", message: text.tooLarge(maxBytes) };
    case "not-json":
      return { error: "invalid", message: text.notJson };
  }
}

function accept<Schema extends z.ZodType>(
  request: Request,
  { rule, body }: { rule: Rule<Schema>; body: string },
): Given<z.infer<Schema>> | RequestProblem {
  const split = rule.inTurn?.split;
  const value = split ? splitArray(body, split) : parseJson(body);
  if (value === undefined) return { error: "invalid", message: problemText().notJson };
  const parsed = rule.schema.safeParse(value);
  if (!parsed.success) return invalidInput(parsed.error);
  return {
    input: parsed.data,
    database: database(),
    now: Date.now(),
    address: clientAddress(),
    cookies: request.headers.get("cookie"),
    userAgent: request.headers.get("user-agent"),
  };
}

type Held = { token: string; live: LiveSession; cookies: string | null };

/** The browser's copy of the session lives on as long as the server's, and so does its mark. */
function withCookies(response: Response, { token, live, cookies }: Held): Response {
  if (live.extended && !response.headers.has("set-cookie")) {
    const mark = setDeviceMark({ cookies, userId: live.learner.id, now: Date.now() });
    response.headers.append("set-cookie", setSessionCookie(token));
    response.headers.append("set-cookie", mark);
  }
  return response;
}
