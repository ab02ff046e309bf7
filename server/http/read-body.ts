import "server-only";

export type ReadBody =
  | { outcome: "read"; text: string }
  | { outcome: "too-large" }
  | { outcome: "not-json" };

/** Reads a request's body, said to be JSON, of at most `limit` bytes, and not a byte more into memory. */
export async function readBody(request: Request, limit: number): Promise<ReadBody> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return { outcome: "not-json" };
  try {
    const text = await readText(request, limit);
    return text === null ? { outcome: "too-large" } : { outcome: "read", text };
  } catch (error) {
    if (isIllFormed(error)) return { outcome: "not-json" };
    throw error;
  }
}

/** The value that a text stands for, or undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Bytes that are no UTF-8 are refused: read some other way, they would be another text. */
const decoding = { fatal: true } as const;

/** The body, or null when it is longer than the limit. A declared length is held to by Node. */
async function readText(request: Request, limit: number): Promise<string | null> {
  const declared = request.headers.get("content-length");
  if (declared !== null) {
    if (Number(declared) > limit) return null;
    return new TextDecoder("utf-8", decoding).decode(await request.arrayBuffer());
  }
  if (!request.body) return "";
  const decoder = new TextDecoder("utf-8", decoding);
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > limit) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function isIllFormed(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    "code" in error &&
    error.code === "ERR_ENCODING_INVALID_ENCODED_DATA"
  );
}
