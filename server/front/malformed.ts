import "server-only";
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { Connections } from "./connections";
import type { FrontResponse, FrontServer } from "./front-response";
import type { Log } from "./log";
import { type Refusal, refusals } from "./refusal";
import { refuse, refuseSocket } from "./refuse";

type Around = {
  connections: Connections;
  standing: Readonly<Record<string, string>>;
  note: Log["note"];
};

const late = "ERR_HTTP_REQUEST_TIMEOUT";

/** What Node found, and what to say of it. */
const found: Record<string, () => Refusal> = {
  [late]: refusals.tooSlow,
  HPE_HEADER_OVERFLOW: refusals.headTooLarge,
};

/** Answers what is no request, and what asks for another protocol. */
export function refuseMalformed(server: FrontServer, around: Around): void {
  const { connections, standing, note } = around;
  const refuseConnection = (socket: Socket, refusal: Refusal) => {
    const { status, problem } = refusal;
    const address = socket.remoteAddress ?? null;
    note({ event: "refused", status, reason: problem.error }, { id: randomUUID(), address });
    refuseSocket(socket, refusal, standing);
  };
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    connections.deafen(socket);
    const due = connections.due(socket);
    if (!hasAsked(socket, error)) socket.destroy();
    else if (due === null) refuseConnection(socket, refusalOf(error));
    else if (isOpen(due)) refuse(due, ofBody(error));
    else socket.destroy();
  });
  server.on("connect", (_, socket: Socket) => {
    // Node lets go of it; an error that nobody listens for would end the process.
    socket.on("error", () => socket.destroy());
    socket.on("timeout", () => socket.destroy());
    connections.deafen(socket);
    if (connections.due(socket) === null) {
      refuseConnection(socket, refusals.notAllowed(["GET", "HEAD", "POST"]));
    } else socket.destroy();
  });
}

/**
 * Whether what came is wrong: neither did the connection itself break, nor is it one that was opened
 * ahead and over which nothing has come. What that is told, its client takes for the answer to the
 * request that it sends just then.
 */
const hasAsked = ({ bytesRead }: Socket, { code = "" }: NodeJS.ErrnoException) =>
  bytesRead > 0 && (code === late || code.startsWith("HPE_"));

const refusalOf = ({ code = "" }: NodeJS.ErrnoException) => (found[code] ?? refusals.badRequest)();

/** What comes after a good head is part of no head, however long. */
const ofBody = ({ code }: NodeJS.ErrnoException) =>
  code === late ? refusals.tooSlow() : refusals.badRequest();

/** Whether the mistake is in this request's body; of another's answer half may be sent. */
const isOpen = (due: FrontResponse) => !due.headersSent && !due.req.complete;
