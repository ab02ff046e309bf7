import "server-only";
import type { Socket } from "node:net";
import { setImmediate as immediate } from "node:timers/promises";
import { networkOf } from "#server/base/network-of";
import type { FrontResponse, FrontServer } from "./front-response";
import type { Limits } from "./limits";
import { parseByPieces } from "./pieces";
import { makeShares } from "./shares";

type Connection = {
  /** Answers to requests that were parsed, which have not ended yet. */
  due: Set<FrontResponse>;
  /** The answer to the last that was parsed, be it due or not. */
  latest: FrontResponse | null;
  /** What comes over it is still parsed. Of one that asked for too much it is not. */
  isHeard: boolean;
  /** Whose it is: the socket's other end, or the client that a proxy last named. */
  network: string;
  /** Resolves when the one before is answered. */
  turn: Promise<void>;
};

export type Connections = {
  /**
   * Counts a request of a client in this network: `refuse` for the first that is too much for its
   * connection, `ignore` for those that were parsed together with that.
   */
  take: (response: FrontResponse, network: string) => "handle" | "refuse" | "ignore";
  /** Waits until all earlier requests of the connection are answered, or it has ended. */
  turn: (socket: Socket, response: FrontResponse) => Promise<void>;
  /** The answer to the request of this connection that came last, where any is still due. */
  due: (socket: Socket) => FrontResponse | null;
  /** Nothing of what comes over this connection from now on is parsed. */
  deafen: (socket: Socket) => void;
  /**
   * Waits until no new connection comes, a bounded time. Node takes one in a turn of the event loop:
   * work between them would let all others wait, health too. By then it has read who has left.
   */
  quiet: () => Promise<void>;
  /** Ends those that wait for a request, or for the rest of one. */
  endIdle: () => void;
};

/** So many turns bring in all connections that the system keeps for us. */
const mostTurns = 256;

/**
 * Keeps account of the connections of a server. Over the bound one of the network that holds the
 * most gives way to a new one, so that whoever only holds connections shuts nobody out.
 */
export function watchConnections(server: FrontServer, limits: Limits): Connections {
  const known = new Map<Socket, Connection>();
  /** The one that asked or was answered the longest ago is a network's oldest. */
  const shares = makeShares<Socket>();
  /** Requests of all connections: each takes memory until it is answered or its connection ends. */
  let unanswered = 0;
  let opened = 0;
  const touch = (socket: Socket, { network }: Connection) => shares.put(socket, network, 1);
  server.on("connection", (socket: Socket) => {
    if (shares.count() >= limits.connections) {
      const of = shares.most().map((one) => ({ one, connection: known.get(one) }));
      const isIdle = of.find(({ connection }) => connection?.due.size === 0);
      const given = isIdle ?? of.find(({ connection }) => isArriving(connection)) ?? of[0];
      given?.one.destroy();
      if (given) shares.remove(given.one);
    }
    const connection = open(socket);
    opened += 1;
    known.set(socket, connection);
    touch(socket, connection);
    parseByPieces(socket, () => connection.isHeard);
    socket.once("close", () => {
      connection.isHeard = false;
      known.delete(socket);
      shares.remove(socket);
      closeWaiting(connection);
    });
  });
  const answered = (socket: Socket, connection: Connection, response: FrontResponse) => {
    if (!connection.due.delete(response)) return;
    unanswered -= 1;
    if (connection.due.size === 0 && !socket.destroyed) touch(socket, connection);
  };
  return {
    take: (response, network) => {
      const { socket } = response.req;
      const connection = known.get(socket);
      if (!connection?.isHeard) return "ignore";
      connection.due.add(response);
      unanswered += 1;
      connection.latest = response;
      connection.network = network;
      if (!socket.destroyed) touch(socket, connection);
      response.once("close", () => answered(socket, connection, response));
      if (connection.due.size === 1) return "handle";
      if (connection.due.size <= limits.pipelined && unanswered <= limits.unanswered) {
        return "handle";
      }
      connection.isHeard = false;
      return "refuse";
    },
    turn: (socket, response) => takeTurn(known.get(socket), response),
    due: (socket) => {
      const connection = known.get(socket);
      return connection && connection.due.size > 0 ? connection.latest : null;
    },
    deafen: (socket) => {
      const connection = known.get(socket);
      if (connection) connection.isHeard = false;
    },
    quiet: async () => {
      for (let turn = 0, before = -1; opened !== before && turn < mostTurns; turn += 1) {
        before = opened;
        // The first may come before anything is read.
        await immediate();
        await immediate();
      }
    },
    endIdle: () => {
      for (const [socket, connection] of known) if (connection.due.size === 0) socket.destroy();
    },
  };
}

function open({ remoteAddress }: Socket): Connection {
  return {
    due: new Set(),
    latest: null,
    isHeard: true,
    network: networkOf(remoteAddress ?? ""),
    turn: Promise.resolve(),
  };
}

/** Whether the body of a request is on its way, be the request answered or not. */
function isArriving(connection: Connection | undefined): boolean {
  const request = connection?.latest?.req;
  return request?.hasBody === true && !request.complete;
}

/** Node tells an answer that its connection has ended only once it has written the one before. */
function closeWaiting({ due }: Connection): void {
  for (const response of due) {
    if (response.socket !== null || response.writableFinished) continue;
    response.destroy();
    response.emit("close");
  }
}

async function takeTurn(connection: Connection | undefined, response: FrontResponse) {
  if (!connection) return;
  const { turn: before } = connection;
  connection.turn = new Promise((resolve) => response.once("close", resolve));
  await before;
}
