import "server-only";
import type { Socket } from "node:net";
import type { FrontResponse, FrontServer } from "./front-response";
import type { Limits } from "./limits";
import { parseByPieces } from "./pieces";

type Connection = {
  /** Requests that were parsed and are not answered yet. */
  unanswered: number;
  /** What comes over it is still parsed. Of one that asked for too much it is not. */
  isHeard: boolean;
  /** Resolves when the one before is answered. */
  turn: Promise<void>;
  /** Lets those go on that wait for their turn: Node tells only the first of them that it ended. */
  turns: Set<() => void>;
};

export type Connections = {
  /**
   * Counts a request: `refuse` for the first that is too much for its connection, `ignore` for
   * those that were parsed together with that.
   */
  take: (socket: Socket, response: FrontResponse) => "handle" | "refuse" | "ignore";
  /** Waits until all earlier requests of the connection are answered, or it has ended. */
  turn: (socket: Socket, response: FrontResponse) => Promise<void>;
  /** Whether a request of this connection waits for its answer. */
  isBusy: (socket: Socket) => boolean;
  /** Nothing of what comes over this connection from now on is parsed. */
  deafen: (socket: Socket) => void;
  /** Ends those that wait for a request, or for the rest of one. */
  endIdle: () => void;
};

/**
 * Keeps account of the connections of a server. Over the bound the one that has been idle the
 * longest gives way to a new one, so that whoever only holds connections shuts nobody out.
 */
export function watchConnections(server: FrontServer, limits: Limits): Connections {
  const known = new Map<Socket, Connection>();
  /** Requests of all connections: each takes memory until it is answered or its connection ends. */
  let unanswered = 0;
  /** In the order in which they became idle. */
  const idle = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    const opened = {
      unanswered: 0,
      isHeard: true,
      turn: Promise.resolve(),
      turns: new Set<() => void>(),
    };
    known.set(socket, opened);
    idle.add(socket);
    parseByPieces(socket, () => opened.isHeard);
    socket.once("close", () => {
      opened.isHeard = false;
      for (const goOn of opened.turns) goOn();
      unanswered -= opened.unanswered;
      known.delete(socket);
      idle.delete(socket);
    });
    if (known.size <= limits.connections) return;
    const [oldest] = idle;
    oldest?.destroy();
  });
  const answered = (socket: Socket) => {
    const connection = known.get(socket);
    if (!connection) return;
    connection.unanswered -= 1;
    unanswered -= 1;
    if (connection.unanswered === 0) idle.add(socket);
  };
  return {
    take: (socket, response) => {
      const connection = known.get(socket);
      if (!connection?.isHeard) return "ignore";
      connection.unanswered += 1;
      unanswered += 1;
      idle.delete(socket);
      response.once("close", () => answered(socket));
      if (connection.unanswered === 1) return "handle";
      if (connection.unanswered <= limits.pipelined && unanswered <= limits.unanswered) {
        return "handle";
      }
      connection.isHeard = false;
      return "refuse";
    },
    turn: async (socket, response) => {
      const connection = known.get(socket);
      if (!connection) return;
      const { turn: before, turns } = connection;
      connection.turn = new Promise((resolve) => {
        const goOn = () => {
          turns.delete(goOn);
          resolve();
        };
        turns.add(goOn);
        response.once("close", goOn);
      });
      await before;
    },
    isBusy: (socket) => (known.get(socket)?.unanswered ?? 0) > 0,
    deafen: (socket) => {
      const connection = known.get(socket);
      if (connection) connection.isHeard = false;
    },
    endIdle: () => {
      for (const socket of idle) socket.destroy();
    },
  };
}
