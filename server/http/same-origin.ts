import "server-only";
import { env } from "#server/base/env";

/**
 * Whether a request that changes something was made by a page of ours. Every current browser says
 * where a request comes from; one that says nothing comes from no browser, so that nobody's cookie
 * is being abused.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin === null) return true;
  const { appUrl } = env();
  if (appUrl !== null) return origin === appUrl;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
