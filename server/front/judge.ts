import "server-only";
import type { IncomingMessage } from "node:http";
import { clientOf, isProxy, type Proxies } from "#server/base/client-address";
import { isRouterState } from "#server/http/router-state";
import { isSameOrigin } from "#server/http/same-origin";
import { isHost, isTooLong, readPath } from "./read-path";
import { type Refusal, refusals } from "./refusal";
import { type Route, routeOf } from "./route";

/** How browsers reach the app. */
export type Site = {
  /** The origin, or null when it goes by the request's host. */
  appUrl: string | null;
  secure: boolean;
  proxies: Proxies;
};

export type Judged = { ok: true; path: string; route: Route } | { ok: false; refusal: Refusal };

const safe = new Set(["GET", "HEAD"]);

/** Whether a request is one that the app takes, by its head alone. */
export function judge(request: IncomingMessage, site: Site): Judged {
  const { method = "", url = "", headers } = request;
  if (!hasOneHost(request)) return no(refusals.badRequest());
  if (headers.expect !== undefined && !/^100-continue$/i.test(headers.expect)) {
    return no(refusals.expectation());
  }
  if (isTooLong(url)) return no(refusals.addressTooLong());
  const path = readPath(url);
  if (path === null) return no(refusals.badAddress());
  const route = routeOf(path);
  if (!route.methods.includes(method)) return no(refusals.notAllowed(route.methods));
  if (!safe.has(method) && !isSameOrigin({ ...asked(headers), own: ownOrigin(request, site) })) {
    return no(refusals.foreignOrigin());
  }
  if (route.kind === "none") return no(refusals.notFound());
  if (!isRouterState(headers["next-router-state-tree"])) return no(refusals.badRequest());
  return { ok: true, path, route };
}

function no(refusal: Refusal): Judged {
  return { ok: false, refusal };
}

function asked({ "sec-fetch-site": site, origin }: IncomingMessage["headers"]) {
  return { site: typeof site === "string" ? site : undefined, origin };
}

/** Node keeps the first of several; which of them a proxy went by nobody knows. */
function hasOneHost({ headers, rawHeaders, httpVersion }: IncomingMessage): boolean {
  const names = rawHeaders.filter((_, place) => place % 2 === 0);
  const given = names.filter((name) => name.toLowerCase() === "host").length;
  if (headers.host === undefined) return httpVersion === "1.0";
  return given === 1 && isHost(headers.host);
}

/** The origin that a page of ours has in the browser that asks. */
function ownOrigin({ headers, socket }: IncomingMessage, { appUrl, proxies }: Site): string {
  if (appUrl !== null) return appUrl;
  const said = headers["x-forwarded-proto"];
  const scheme = said === "https" && isProxy(socket.remoteAddress, proxies) ? "https" : "http";
  return `${scheme}://${headers.host ?? ""}`;
}

/** The address of whoever asks; null when the connection has ended. */
export function clientOfRequest(request: IncomingMessage, { proxies }: Site): string | null {
  const said = request.headers["x-forwarded-for"];
  const forwardedFor = Array.isArray(said) ? said.join(",") : said;
  return clientOf({ socket: request.socket.remoteAddress, forwardedFor, proxies });
}
