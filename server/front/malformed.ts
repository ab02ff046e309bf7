import "server-only";
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { Connections } from "./connections";
import type { FrontServer } from "./front-response";
import type { Log } from "./log";
import { type Refusal, refusals } from "./refusal";
import { refuseSocket } from "./refuse";

type Around = {
  connections: Connections;
  standing: Readonly<Record<string, string>>;
  note: Log["note"];
};

/** What Node found, and what to say of it. */
const found: Record<string, () => Refusal> = {
  ERR_HTTP_REQUEST_TIMEOUT: refusals.tooSlow,
  HPE_HEADER_OVERFLOW: refusals.headTooLarge,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: refusals.headTooLarge,
};

/** Answers what is no request, and what asks for another protocol. */
export function refuseMalformed(server: FrontServer, around: Around): void {
  const { connections, standing, note } = around;
  const refuse = (socket: Socket, refusal: Refusal) => {
    const { status, problem } = refusal;
    const address = socket.remoteAddress ?? null;
    note({ event: "refused", status, reason: problem.error }, { id: randomUUID(), address });
    refuseSocket(socket, refusal, standing);
  };
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    connections.deafen(socket);
    // An answer may be half sent: nothing can be said between.
    if (error.code === "ECONNRESET" || connections.waiting(socket) !== null) socket.destroy();
    else refuse(socket, (found[error.code ?? ""] ?? refusals.badRequest)());
  });
  server.on("connect", (_, socket: Socket) => {
    connections.deafen(socket);
    refuse(socket, refusals.notAllowed(["GET", "HEAD", "POST"]));
  });
}
