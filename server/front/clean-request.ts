import "server-only";
import type { IncomingMessage } from "node:http";
import type { Site } from "./judge";

/**
 * Headers by which something in front of a server speaks to it, or one part of Next to another.
 * Whoever asks us is no part of it. The app has no server actions: to ask for one is to be logged.
 */
const believed =
  /^(?:forwarded|next-action|x-forwarded-.*|x-real-ip|x-nonce|content-security-policy.*|x-middleware-.*|x-invoke-.*|x-matched-path|x-nextjs-(?!data).*|x-now-.*|x-vercel-.*|x-http-method-override)$/;

/** Characters of a header beside cookies and the router's state: what reads them takes its time. */
const longest = 1_024;
const mayBeLonger = new Set(["cookie", "next-router-state-tree"]);

/** The cookies that something of ours reads; next-auth fails on some that it knows and we do not use. */
const ourCookie = /^(?:__Host-|__Secure-)?(?:mooring\.\w+|next-auth\.csrf-token)=/;
const mostCookies = 16;

/**
 * Takes away what a stranger could make Next or next-auth believe, and says who we are. next-auth is
 * asked without a query: all that we ask of it is in the address and the body.
 */
export function cleanRequest(request: IncomingMessage, path: string, site: Site): void {
  const { headers } = request;
  for (const [name, value] of Object.entries(headers)) {
    const isLong = String(value).length > longest && !mayBeLonger.has(name);
    if (isLong || believed.test(name)) delete headers[name];
  }
  headers.host = site.appUrl === null ? (headers.host ?? "localhost") : new URL(site.appUrl).host;
  headers["x-forwarded-proto"] = site.secure ? "https" : "http";
  if (headers.cookie !== undefined) headers.cookie = ourCookies(headers.cookie);
  if (path.startsWith("/api/auth/")) request.url = path;
}

/** A browser sends what any site on this host has set, whatever its port. */
function ourCookies(cookies: string): string {
  const all = cookies.split(";").map((cookie) => cookie.trim());
  return all
    .filter((cookie) => ourCookie.test(cookie))
    .slice(0, mostCookies)
    .join("; ");
}
