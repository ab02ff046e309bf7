import "server-only";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { plainPolicy } from "#server/http/content-security-policy";
import type { FrontResponse } from "./front-response";
import { bodyOf, type Refusal } from "./refusal";

/** Time for a client to read an answer while it still sends, in milliseconds. */
const lingerMs = 1_000;

/**
 * Refuses a request. Where its body is still on the way the connection ends: after a moment, for a
 * client that is cut off while it sends may never see the answer.
 */
export function refuse(response: FrontResponse, refusal: Refusal): void {
  if (response.headersSent || response.destroyed) return;
  response.emit("refused", refusal);
  const { req } = response;
  const { type, text } = bodyOf(refusal, { json: req.url?.startsWith("/api/") ?? false });
  const isSending = req.hasBody && !req.complete;
  if (isSending) response.shouldKeepAlive = false;
  response.writeHead(refusal.status, {
    ...refusal.headers,
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
  });
  if (!isSending) {
    response.end(text);
    return;
  }
  response.write(text);
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, lingerMs);
  req.whenComplete(end);
  response.once("close", () => clearTimeout(timer));
}

/** The same where there is no request to answer: what came over the socket was none. */
export function refuseSocket(
  socket: Duplex,
  refusal: Refusal,
  standing: Readonly<Record<string, string>>,
): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { type, text } = bodyOf(refusal, { json: false });
  const headers = {
    ...standing,
    ...refusal.headers,
    "Content-Security-Policy": plainPolicy,
    "Cache-Control": "no-store",
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(text),
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const start = `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ""}`;
  socket.end([start, ...lines, "", text].join("\r\n"), () => socket.destroy());
}
