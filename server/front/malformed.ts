import "server-only";
import type { Socket } from "node:net";
import type { Connections } from "./connections";
import type { FrontServer } from "./front-response";
import { type Refusal, refusals } from "./refusal";
import { refuseSocket } from "./refuse";

type Around = { connections: Connections; standing: Readonly<Record<string, string>> };

/** What Node found, and what to say of it. */
const found: Record<string, () => Refusal> = {
  ERR_HTTP_REQUEST_TIMEOUT: refusals.tooSlow,
  HPE_HEADER_OVERFLOW: refusals.headTooLarge,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: refusals.headTooLarge,
};

/** Answers what is no request, and what asks for another protocol. */
export function refuseMalformed(server: FrontServer, { connections, standing }: Around): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    connections.deafen(socket);
    // An answer may be half sent: nothing can be said between.
    if (error.code === "ECONNRESET" || connections.isBusy(socket)) socket.destroy();
    else refuseSocket(socket, (found[error.code ?? ""] ?? refusals.badRequest)(), standing);
  });
  server.on("connect", (_, socket: Socket) => {
    connections.deafen(socket);
    refuseSocket(socket, refusals.notAllowed(["GET", "HEAD", "POST"]), standing);
  });
}
