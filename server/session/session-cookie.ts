import "server-only";
import { env } from "#server/base/env";
import { readCookie } from "./read-cookie";
import { sessionAge } from "./session";

/** Under https the browser itself sees to it that only this host sets it, for every path. */
export function sessionCookieName(): string {
  return env().secure ? "__Host-mooring.session" : "mooring.session";
}

/** The attributes of the session's cookie, as next-auth writes them too. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: env().secure } as const;
}

/** A Set-Cookie header that hands out a session. */
export function setSessionCookie(token: string): string {
  return cookie(token, sessionAge / 1000);
}

/**
 * The headers of an answer after which nobody is logged in here. What the browser kept of answers
 * for whoever was goes, too; its storage is not the server's to clear: answers wait there.
 */
export function loggedOutHeaders(): Readonly<Record<string, string>> {
  return { "set-cookie": cookie("", 0), "clear-site-data": '"cache"' };
}

/** The cookie's value in a Cookie header, or null. Tokens are base64url: nothing to decode. */
export function sessionToken(cookieHeader: string | null): string | null {
  return readCookie(cookieHeader, sessionCookieName());
}

function cookie(value: string, maxAge: number): string {
  const secure = env().secure ? "; Secure" : "";
  return `${sessionCookieName()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`;
}
