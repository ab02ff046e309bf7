import "server-only";
import { randomBytes } from "node:crypto";
import { inRequest, type RequestContext } from "#server/base/request-context";
import { pageHeaders } from "#server/http/page-headers";
import type { Behind } from "./behind";
import { boundBodies } from "./bounded";
import { cleanRequest } from "./clean-request";
import type { Connections } from "./connections";
import type { FrontRequest } from "./front-request";
import type { FrontResponse } from "./front-response";
import { type Client, makeLane, makePlace } from "./lane";
import type { Limits } from "./limits";
import { type Refusal, refusals } from "./refusal";
import { refuse } from "./refuse";
import type { Route } from "./route";
import { sendFile } from "./static-files";

/** A request that was let in by its head. */
type Let = {
  request: FrontRequest;
  response: FrontResponse;
  path: string;
  route: Route;
  context: RequestContext;
  /** The client's. */
  network: string;
};
type Around = { limits: Limits; connections: Connections };

/** Next listens to each request and response some more often than Node expects of anybody. */
const listeners = 50;
/** A body of more bytes than this takes the lane of the large ones. */
const largeBytes = 65_536;

/** Answers what was let in: from memory, or by what stands behind once the body is whole. */
export function makeAnswer(behind: Behind, around: Around) {
  const { limits } = around;
  const take = takeInTurn(around);
  const enter = lanes(limits);
  return async (let_: Let): Promise<void> => {
    const { request, response, path, route, context, network } = let_;
    if (route.kind === "health") return sendHealth(response, await behind.health());
    const file = behind.files.get(path);
    if (file) return sendFile(response, file);
    if (route.kind === "file") return refuse(response, refusals.notFound());
    const refusal = await take(let_);
    if (refusal !== null) return refusal === "gone" ? undefined : refuse(response, refusal);
    const taken = await enter(let_, network);
    if (taken) await around.connections.quiet();
    if (isGone(request)) return taken?.();
    if (taken === null) return refuse(response, refusals.busy());
    const { leave, aside, end } = makePlace(taken, (who) => enter(let_, who));
    response.once("handled", leave);
    const { forget } = endOfClient(let_, limits, end);
    request.setMaxListeners(listeners);
    response.setMaxListeners(listeners);
    try {
      giveHeaders(let_, behind);
      const putOff = (seconds: number) => {
        response.putOff = seconds;
      };
      await inRequest({ ...context, aside, putOff }, () => behind.handle(request, response));
    } finally {
      end();
      forget();
    }
  };
}

/** Waits for the body and for the answers to what came before; tells why it is not taken. */
function takeInTurn({ limits, connections }: Around) {
  const bodies = boundBodies(limits);
  return async ({ request, response, route, network }: Let): Promise<Refusal | "gone" | null> => {
    const arrival = request.hasBody ? request.arrive(route.maxBytes) : "whole";
    if (request.hasBody) {
      request.onBody = () => bodies.look(request);
      bodies.add(request, network);
      response.once("close", () => request.giveUp());
    }
    if (request.headers.expect && request.declaredBytes <= route.maxBytes) response.writeContinue();
    const how = await arrival;
    if (how === "whole") await connections.turn(request.socket, response);
    bodies.remove(request);
    if (how === "whole") return null;
    return how === "gone" ? "gone" : refusals.tooLarge(route.maxBytes);
  };
}

/**
 * Whether nobody waits for the answer. What a tab sent as it was closed counts all the same. Whoever
 * has ended their side can be told nothing either: Node ends ours then.
 */
const isGone = ({ socket, gives }: FrontRequest) => !socket.writable && !gives;

/**
 * Calls when the place of a client that has left is free. What they sent is still being done, unless
 * its answer was on the way: Next never ends one that it is compressing then. Nor is a handler
 * waited for that does not end at all.
 */
function endOfClient({ request, response }: Let, { silentMs }: Limits, end: () => void) {
  let timer: NodeJS.Timeout | undefined;
  const left = () => {
    if (!request.gives || response.headersSent) end();
    else timer = setTimeout(end, silentMs).unref();
  };
  if (response.destroyed) left();
  else response.once("close", left);
  return {
    /** Nothing is waited for any more: the timer would hold the request and its body. */
    forget: () => {
      clearTimeout(timer);
      response.off("close", left);
    },
  };
}

/** Who keeps their place though they may have left: all that they asked for is done. */
const stays: Client = { once: () => undefined };

const whoWaits = ({ request, response }: Let): Client => (request.gives ? stays : response);

function lanes({ lanes: of }: Limits) {
  const made = {
    page: makeLane(of.page),
    api: makeLane(of.api),
    large: makeLane(of.large),
    account: makeLane(of.account),
  };
  return async (let_: Let, who: string) => {
    const { request, route } = let_;
    if (isGone(request)) return null;
    const name = request.bodyBytes > largeBytes ? "large" : route.lane;
    return made[name].enter(who, whoWaits(let_));
  };
}

/** What the handler gets to see beside the request's own headers, and what the answer will carry. */
function giveHeaders(let_: Let, { site, scriptHashes, note }: Behind) {
  const { request, response, path, route, context } = let_;
  cleanRequest(request, path, site);
  const added = route.kind === "api" ? notKept : headersOfPage(let_, scriptHashes);
  replaceFailure(response);
  response.beforeHead = (status) => {
    const isFailure = status >= 500;
    if (isFailure) note({ event: "failed", status }, context);
    for (const [name, value] of Object.entries(isFailure ? { ...added, ...notKept } : added)) {
      response.setHeader(name, value);
    }
  };
}

const notKept = { "Cache-Control": "no-store" };

function headersOfPage({ request, path }: Let, scriptHashes: Behind["scriptHashes"]) {
  const nonce = randomBytes(16).toString("base64");
  const added = pageHeaders({ path, scriptHashes, nonce });
  for (const [name, value] of Object.entries(added.request)) {
    request.headers[name.toLowerCase()] = value;
  }
  return added.response;
}

/** A failure that is told in no words of ours is told anew, with the headers that it has now. */
function replaceFailure(response: FrontResponse): void {
  const standing = { ...response.getHeaders() };
  response.instead = (status) => {
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    for (const [name, value] of Object.entries(standing)) {
      if (value !== undefined) response.setHeader(name, String(value));
    }
    response.beforeHead = () => {};
    // What is busy is worth to be asked again.
    refuse(response, status === 503 ? refusals.busy() : refusals.internal());
  };
}

function sendHealth(response: FrontResponse, health: { ok: boolean }): void {
  const text = JSON.stringify(health);
  response.writeHead(health.ok ? 200 : 503, {
    "Content-Type": "application/json",
    "Content-Length": text.length,
    "Cache-Control": "no-store",
  });
  response.end(text);
}
