import "server-only";
import type { Pace } from "#server/base/give-way";

/** Items of a list that are written at once. */
const perSlice = 200;
/** Characters that are sent as one. */
const longestWhole = 200_000;

/** An object as a JSON answer. Its long lists are written in slices, between which others have a turn. */
export async function slicedJson(value: object, pace: Pace): Promise<Response> {
  const pieces: string[] = [];
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    pieces.push(`${pieces.length === 0 ? "{" : ","}${JSON.stringify(name)}:`);
    if (Array.isArray(field)) await writeList(field, { pieces, pace });
    else pieces.push(JSON.stringify(field));
  }
  pieces.push(pieces.length === 0 ? "{}" : "}");
  return new Response(bodyOf(pieces), { headers: { "content-type": "application/json" } });
}

type Writing = { pieces: string[]; pace: Pace };

async function writeList(list: readonly unknown[], { pieces, pace }: Writing): Promise<void> {
  pieces.push("[");
  for (let at = 0; at < list.length; at += perSlice) {
    const slice = list.slice(at, at + perSlice);
    pieces.push(`${at === 0 ? "" : ","}${JSON.stringify(slice).slice(1, -1)}`);
    await pace.rest(slice.length);
  }
  pieces.push("]");
}

/** Short answers in one piece, long ones slice by slice as they are taken. */
function bodyOf(pieces: string[]): string | ReadableStream<Uint8Array> {
  if (pieces.reduce((sum, { length }) => sum + length, 0) <= longestWhole) return pieces.join("");
  const encoder = new TextEncoder();
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      const piece = pieces[at];
      at += 1;
      if (piece === undefined) controller.close();
      else if (piece !== "") controller.enqueue(encoder.encode(piece));
    },
  });
}
