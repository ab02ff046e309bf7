import "server-only";
import type { NextRequest } from "next/server";
import NextAuth, { type AuthOptions, type User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { RequestProblem } from "#core/account/types";
import { problemText } from "#core/text/site/problem-text";
import type { Database } from "#db/client";
import { endSession } from "#db/sessions";
import { PasswordIsAnother } from "#db/users";
import { database } from "#server/base/database";
import { type Env, env } from "#server/base/env";
import { note } from "#server/base/note";
import { clientAddress } from "#server/base/request-context";
import { failure, problemResponse, waitProblem } from "#server/http/problem-response";
import { setDeviceMark } from "#server/session/device-mark";
import { hashToken } from "#server/session/secret-token";
import { openSession, readSession, sessionAge } from "#server/session/session";
import {
  sessionCookieName,
  sessionCookieOptions,
  sessionToken,
} from "#server/session/session-cookie";
import { authenticate } from "./authenticate";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What is known of a request beside what next-auth hands on, and the session that it opened. */
export type Visit = {
  cookies: string | null;
  userAgent: string | null;
  entered: { userId: string; token: string } | null;
  /** Why nobody can enter now, where that is no matter of the password. */
  putOff?: RequestProblem;
  /** Why nobody can tell now who it is. */
  unread?: RequestProblem;
};

/**
 * next-auth's own routes, of which the front lets in those that we use. What is posted is a form, as
 * its client sends it: of all else next-auth would have to make sense. The settings are read at the
 * first request, not at build time. A browser that logs in is marked as known to the account.
 */
export async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  if (request.method === "POST" && !isForm(request.headers)) {
    return problemResponse({ error: "invalid", message: problemText().notForm });
  }
  if (new URL(request.url).pathname === "/api/auth/providers") return Response.json(providers);
  const cookies = request.headers.get("cookie");
  const userAgent = request.headers.get("user-agent");
  const visit: Visit = { cookies, userAgent, entered: null };
  try {
    const response: Response = await NextAuth(request, context, authOptions(visit));
    // next-auth takes such a browser for nobody's, and its cookie away.
    if (visit.unread) return problemResponse(visit.unread);
    leadToOurs(response);
    if (visit.putOff) return asPutOff(response, visit.putOff);
    if (visit.entered === null) return response;
    const { userId } = visit.entered;
    response.headers.append("set-cookie", setDeviceMark({ cookies, userId, now: Date.now() }));
    return response;
  } catch (error) {
    return problemResponse(failure(error));
  }
}

/** As next-auth tells it, which would name whatever host the request does. */
const providers = {
  credentials: {
    id: "credentials",
    name: "Credentials",
    type: "credentials",
    signinUrl: "/login",
    callbackUrl: "/api/auth/callback/credentials",
  },
};

/** next-auth leads to pages of its own, which are not there, and by the host that a request names. */
export function leadToOurs({ headers }: Response): void {
  const location = headers.get("location");
  if (location === null) return;
  const { pathname } = new URL(location, "http://localhost");
  headers.set("location", pathname.startsWith("/api/auth/") ? "/login?failed" : pathname);
}

/** next-auth says 401 of whatever kept somebody out, and never when to ask again. */
export function asPutOff({ body, headers }: Response, problem: RequestProblem): Response {
  const { status, headers: ours } = problemResponse(problem);
  const response = new Response(body, { status, headers });
  const seconds = ours.get("retry-after");
  if (seconds !== null) response.headers.set("retry-after", seconds);
  return response;
}

function isForm(headers: Headers): boolean {
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  return type === "application/x-www-form-urlencoded";
}

/**
 * next-auth's settings. With credentials it knows only the JWT strategy, and a JWT outlives log-out;
 * so `encode` and `decode` put a random id in its place whose hash is a row of the sessions table
 * (docs/decisions/0002).
 */
export function authOptions(visit: Visit): AuthOptions {
  announceOrigin(env());
  return {
    secret: env().secret,
    providers: [credentials(database(), visit)],
    pages: { signIn: "/login", error: "/login" },
    session: { strategy: "jwt", maxAge: sessionAge / 1000 },
    jwt: sessionCodec(database(), visit),
    useSecureCookies: env().secure,
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    callbacks: {
      // Where a log-in leads the page knows; what an address or a cookie asks for leads nowhere.
      redirect: ({ baseUrl }) => baseUrl,
      session: ({ session, token }) => ({
        ...session,
        user: { id: token.sub, email: token.email },
      }),
    },
    logger: { error: logError },
  };
}

/** The cookie's value in place of a JWT; it stands in the decoded token as `session`. */
function sessionCodec(data: Database, visit: Visit): Required<Pick<JwtCodec, "encode" | "decode">> {
  return {
    encode: async ({ token }) => {
      if (typeof token?.session === "string") return token.session;
      if (visit.entered === null) throw new Error("Nobody has logged in.");
      return visit.entered.token;
    },
    decode: async ({ token }) => {
      const live = token ? await readHeld(data, token, visit) : null;
      if (!live) return null;
      return { sub: live.learner.id, email: live.learner.email, session: token };
    },
  };
}

async function readHeld(data: Database, token: string, visit: Visit) {
  try {
    return await readSession(data, { token, now: Date.now() });
  } catch (error) {
    visit.unread = failure(error);
    throw error;
  }
}

type JwtCodec = NonNullable<AuthOptions["jwt"]>;

/** Ends the session of a request's Cookie header, if it has one: another takes its place. */
export async function endHeldSession(data: Database, cookieHeader: string | null): Promise<void> {
  const token = sessionToken(cookieHeader);
  if (token !== null) await endSession(data, hashToken(token));
}

function credentials(data: Database, visit: Visit) {
  return CredentialsProvider({
    credentials: { email: {}, password: {} },
    authorize: async (given) => {
      const entered = await enter(data, { ...given, address: clientAddress() }, visit);
      // next-auth hands an error's message to the page, and nothing else.
      if (entered && "error" in entered) {
        visit.putOff = entered;
        throw new Error(entered.message);
      }
      return entered;
    },
  });
}

type Given = {
  email?: unknown;
  password?: unknown;
  address: string | null;
};

/**
 * The user, null for a wrong e-mail address or password, or why nobody can enter now. A password that
 * was changed while it was looked at is a wrong one, and opens no session.
 */
async function enter(
  data: Database,
  given: Given,
  visit: Visit,
): Promise<User | RequestProblem | null> {
  const { email, password, address } = given;
  const { cookies, userAgent } = visit;
  try {
    const logIn = { email, password, address, cookies, now: Date.now() };
    const checked = await authenticate(data, logIn);
    if (checked.outcome === "wait") return waitProblem(checked.seconds);
    if (checked.outcome === "wrong") return refused();
    const { user, passwordHash } = checked;
    const begun = { userId: user.id, userAgent, passwordHash, now: Date.now() };
    visit.entered = { userId: user.id, token: await openSession(data, begun) };
    note({ event: "logged-in" });
    await endHeldSession(data, cookies);
    return user;
  } catch (error) {
    return error instanceof PasswordIsAnother ? refused() : failure(error);
  }
}

function refused(): null {
  note({ event: "log-in-failed" });
  return null;
}

/** next-auth reads from the environment alone where it is; without a word it says localhost:3000. */
function announceOrigin({ appUrl }: Env): void {
  if (appUrl === null) process.env.AUTH_TRUST_HOST = "1";
  else process.env.NEXTAUTH_URL = appUrl;
}

/** A cookie whose session has ended is everyday, not an error. */
function logError(code: string, metadata: unknown): void {
  if (code !== "JWT_SESSION_ERROR") console.error(`next-auth: ${code}`, metadata);
}
