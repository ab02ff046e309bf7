import "server-only";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { networkOf } from "#server/base/network-of";
import type { RequestContext } from "#server/base/request-context";
import { plainPolicy } from "#server/http/content-security-policy";
import { standingHeaders } from "#server/http/standing-headers";
import { makeAnswer } from "./answer";
import type { Behind } from "./behind";
import { boundUnread } from "./bounded";
import { watchConnections } from "./connections";
import { FrontRequest } from "./front-request";
import { FrontResponse, type FrontServer } from "./front-response";
import { clientOfRequest, judge } from "./judge";
import type { Limits } from "./limits";
import { refuseMalformed } from "./malformed";
import { type Refusal, refusals } from "./refusal";
import { refuse } from "./refuse";
import { stopServer } from "./stop";

export type Front = {
  server: FrontServer;
  /** Takes no more, ends what is under way within its bound and then whatever is left. */
  stop: () => Promise<void>;
};

/**
 * The server in front of Next (docs/decisions/0043): it bounds what strangers can make the process
 * do and hold, and gives every answer its headers.
 */
export function makeFront(behind: Behind, limits: Limits): Front {
  const server = createServer({
    IncomingMessage: FrontRequest,
    ServerResponse: FrontResponse,
    // Node would refuse it with no headers of ours; the head is judged here.
    requireHostHeader: false,
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: Math.min(1_000, limits.headMs / 2),
  });
  server.timeout = limits.silentMs;
  const standing = standingHeaders(behind.site);
  const connections = watchConnections(server, limits);
  const answer = makeAnswer(behind, { limits, connections });
  const unread = boundUnread(limits);
  const stamp = (response: FrontResponse, context: RequestContext, network: string) => {
    response.once("refused", ({ status, problem }: Refusal) => {
      const { error: reason } = problem;
      if (reason === "internal") behind.note({ event: "failed", status }, context);
      else behind.note({ event: "refused", status, reason }, context);
    });
    for (const [name, value] of Object.entries(standing)) response.setHeader(name, value);
    response.setHeader("Content-Security-Policy", plainPolicy);
    response.setHeader("X-Request-Id", context.id);
    response.on("handled", () => {
      if (!response.writableFinished && !response.destroyed) unread.add(response, network);
    });
    response.on("drain", () => unread.remove(response));
    response.once("close", () => unread.remove(response));
  };
  const onRequest = (request: FrontRequest, response: FrontResponse) => {
    // Asked before anything is taken from the head.
    const address = clientOfRequest(request, behind.site);
    const network = networkOf(address ?? "");
    const taken = connections.take(response, network);
    if (taken === "ignore") return;
    const context = { id: randomUUID(), address };
    stamp(response, context, network);
    if (taken === "refuse") {
      response.shouldKeepAlive = false;
      refuse(response, refusals.busy());
      return;
    }
    const judged = judge(request, behind.site);
    if (!judged.ok) {
      refuse(response, judged.refusal);
      return;
    }
    answer({ request, response, context, network, ...judged }).catch((error: unknown) => {
      console.error(error);
      // Of an answer that was begun nothing else can be said.
      if (response.headersSent) request.socket.destroy();
      else refuse(response, refusals.internal());
    });
  };
  server.on("request", onRequest);
  server.on("checkContinue", onRequest);
  server.on("checkExpectation", onRequest);
  refuseMalformed(server, { connections, standing, note: behind.note });
  return { server, stop: () => stopServer(server, { connections, limits }) };
}
