import "server-only";
import { once } from "node:events";
import { type AddressInfo, BlockList, connect, type Socket } from "node:net";
import type { Behind } from "./behind";
import { makeFront } from "./front";
import { type Limits, limits } from "./limits";

/** A front over a handler of a test's own, listening to a port of its own. */
export type SampleFront = {
  port: number;
  url: string;
  stop: () => Promise<void>;
  /** Opens a connection and sends this over it. */
  send: (text: string) => Socket;
  /** Sends it and gives all that came back before the connection ended. */
  exchange: (text: string) => Promise<string>;
  /** Asks once, over a connection of its own. */
  ask: (head: Head) => Promise<Answer>;
};

/** What stands in a request's head beside what every one has; `host` and `more` are whole lines. */
export type Head = { method?: string; path?: string; host?: string; more?: string };
type Answer = { status: number; headers: ReadonlyMap<string, string>; body: string };

/** The tests' front answers `ok` to all that it lets through, unless it is told otherwise. */
export async function startFront(
  behind: Partial<Omit<Behind, "site">> & { site?: Partial<Behind["site"]> } = {},
  changed: Partial<Limits> = {},
): Promise<SampleFront> {
  const { site, ...rest } = behind;
  const { server, stop } = makeFront(
    {
      handle: async (_, response) => response.end("ok"),
      health: async () => ({ ok: true }),
      files: new Map(),
      scriptHashes: new Map(),
      note: () => {},
      ...rest,
      site: { appUrl: null, secure: false, proxies: new BlockList(), ...site },
    },
    { ...limits, ...changed },
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const send = (text: string) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write(text);
    return socket;
  };
  const exchange = async (text: string) => {
    const socket = send(text);
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    await once(socket, "close");
    return Buffer.concat(chunks).toString();
  };
  const ask = async (head: Head) => answerOf(await exchange(textOf(head)));
  return { port, url: `http://127.0.0.1:${port}`, stop, send, exchange, ask };
}

type Started = Parameters<typeof startFront>;

/** Starts fronts that are all stopped at once; `site` is that of each. */
export function startFronts(site: Partial<Behind["site"]> = {}) {
  const started: SampleFront[] = [];
  return {
    start: async (behind: Started[0] = {}, changed: Started[1] = {}): Promise<SampleFront> => {
      const one = await startFront({ ...behind, site: { ...site, ...behind.site } }, changed);
      started.push(one);
      return one;
    },
    stopAll: async (): Promise<void> => {
      await Promise.all(started.splice(0).map(({ stop }) => stop()));
    },
  };
}

function textOf({ method = "GET", path = "/", host = "Host: here\r\n", more = "" }: Head): string {
  return `${method} ${path} HTTP/1.1\r\n${host}Connection: close\r\n${more}\r\n`;
}

function answerOf(text: string): Answer {
  const [lines = "", body = ""] = text.split("\r\n\r\n");
  const [start = "", ...headers] = lines.split("\r\n");
  const named = headers.map((line): [string, string] => {
    const colon = line.indexOf(": ");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
  });
  return { status: Number(start.split(" ")[1]), headers: new Map(named), body };
}

/** A handler that answers nothing before it is let go on. */
export function held() {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let most = 0;
  let now = 0;
  return {
    open: () => open(),
    most: () => most,
    now: () => now,
    handle: async (_: unknown, response: { end: (text: string) => unknown }) => {
      now += 1;
      most = Math.max(most, now);
      await gate;
      now -= 1;
      response.end("ok");
    },
  };
}

export const get = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nHost: here\r\n${more}\r\n`;
export const post = (path: string, more = "") =>
  `POST ${path} HTTP/1.1\r\nHost: here\r\n${more}\r\n`;
export const statusesOf = (answers: string) =>
  [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, s]) => Number(s));

/** Headers of every answer. */
export const standingNames = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "referrer-policy",
  "x-content-type-options",
];
