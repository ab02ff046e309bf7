import "server-only";
import type { Pace } from "#server/base/give-way";
import { holdUnsent, type Unsent } from "./unsent";

/** Bytes that are handed on at once; a shorter answer goes whole. */
const pieceBytes = 65_536;
/** An answer of which nobody takes a piece for so long has ended, milliseconds. */
const patience = 30_000;

type For = {
  pace: Pace;
  /** Whose answer it is. */
  learner: string;
  patienceMs?: number;
};

/**
 * An object as a JSON answer. Its long lists are written item by item, and between some of them
 * others have a turn. A long answer is kept as bytes, each piece until it is taken. Throws TryLater
 * where too much waits for this learner already.
 */
export async function slicedJson(
  value: object,
  { pace, learner, patienceMs = patience }: For,
): Promise<Response> {
  const pieces = await piecesOf(value, pace);
  const [first = new Uint8Array()] = pieces;
  const body = pieces.length > 1 ? streamOf(pieces, { learner, patienceMs }) : first;
  return new Response(body, { headers: { "content-type": "application/json" } });
}

async function piecesOf(value: object, pace: Pace): Promise<Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  let text = "";
  const cut = () => {
    if (text !== "") pieces.push(encoder.encode(text));
    text = "";
  };
  let before = "{";
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    text += `${before}${JSON.stringify(name)}:`;
    before = ",";
    if (!Array.isArray(field)) {
      text += JSON.stringify(field);
      continue;
    }
    text += "[";
    for (const [place, item] of field.entries()) {
      text += `${place === 0 ? "" : ","}${JSON.stringify(item)}`;
      if (text.length >= pieceBytes) cut();
      await pace.rest();
    }
    text += "]";
  }
  text += before === "{" ? "{}" : "}";
  cut();
  return pieces;
}

/** Gives each piece when the one before was taken, and keeps none that was given. */
function streamOf(
  pieces: Uint8Array<ArrayBuffer>[],
  { learner, patienceMs }: { learner: string; patienceMs: number },
): ReadableStream<Uint8Array> {
  let waiting: NodeJS.Timeout | undefined;
  let unsent: Unsent | undefined;
  const end = () => {
    clearTimeout(waiting);
    pieces.length = 0;
    unsent?.end();
  };
  const bytes = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return new ReadableStream(
    {
      start: (controller) => {
        const cut = () => {
          end();
          controller.error(new Error("Nobody takes the answer."));
        };
        unsent = holdUnsent({ who: learner, bytes, cut });
        // Whoever asked may be gone before the first piece, of which a stream is not told.
        waiting = setTimeout(cut, patienceMs).unref();
      },
      pull: (controller) => {
        const piece = pieces.shift();
        waiting?.refresh();
        if (piece) {
          unsent?.take(piece.byteLength);
          controller.enqueue(piece);
        }
        if (pieces.length > 0) return;
        end();
        controller.close();
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
