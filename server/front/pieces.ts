import "server-only";
import type { Socket } from "node:net";

/** A request ends with this, or its head does. */
const headEnd = "\r\n\r\n";
/** Bytes: a shorter piece is cut only where the chunk ends. Some ten requests fit in, not more. */
const leastPiece = 256;

type Parse = (this: Socket, piece: Buffer) => void;

/**
 * Hands what arrives over a connection to Node's parser in pieces of a few requests, as long as the
 * connection is heard. Node parses all that it has read at once and makes a request and a response
 * of each: some thousand, of a few bytes each in what a client sends, of some kilobytes here.
 */
export function parseByPieces(socket: Socket, isHeard: () => boolean): void {
  const [parse] = socket.listeners("data") as Parse[];
  if (!parse) throw new Error("Node's parser listens to the data of each connection.");
  let rest: Buffer | null = null;
  const go = () => {
    while (rest !== null && isHeard() && !socket.isPaused()) {
      const end = endOfPiece(rest);
      const piece = rest.subarray(0, end);
      rest = end < rest.length ? rest.subarray(end) : null;
      parse.call(socket, piece);
    }
    if (!isHeard()) rest = null;
  };
  socket.removeListener("data", parse);
  socket.on("data", (chunk: Buffer) => {
    rest = rest === null ? chunk : Buffer.concat([rest, chunk]);
    go();
  });
  // Node pauses a connection whose answers are not taken.
  socket.on("resume", go);
}

function endOfPiece(chunk: Buffer): number {
  const found = chunk.indexOf(headEnd, leastPiece - headEnd.length);
  return found < 0 ? chunk.length : found + headEnd.length;
}
