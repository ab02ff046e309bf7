import "server-only";
import type { IncomingMessage } from "node:http";
import type { Site } from "./judge";

/**
 * Headers by which something in front of a server speaks to it, or one part of Next to another.
 * Whoever asks us is no part of it. The app has no server actions: to ask for one is to be logged.
 */
const believed =
  /^(?:forwarded|next-action|x-forwarded-.*|x-real-ip|x-nonce|content-security-policy.*|x-middleware-.*|x-invoke-.*|x-matched-path|x-nextjs-(?!data).*|x-now-.*|x-vercel-.*|x-http-method-override)$/;

/** A cookie of next-auth's that says where a log-in leads: it fails on what is no address. */
const leading = /(?:^|;\s*)(?:__Secure-)?next-auth\.callback-url=[^;]*/g;

/**
 * Takes away what a stranger could make Next or next-auth believe, and says who we are. next-auth is
 * asked without a query: all that we ask of it is in the address and the body.
 */
export function cleanRequest(request: IncomingMessage, path: string, site: Site): void {
  const { headers } = request;
  for (const name of Object.keys(headers)) if (believed.test(name)) delete headers[name];
  headers.host = site.appUrl === null ? (headers.host ?? "localhost") : new URL(site.appUrl).host;
  headers["x-forwarded-proto"] = site.secure ? "https" : "http";
  if (headers.cookie !== undefined) headers.cookie = headers.cookie.replace(leading, "");
  if (path.startsWith("/api/auth/")) request.url = path;
}
