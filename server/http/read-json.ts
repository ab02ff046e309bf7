import "server-only";

export type ReadJson =
  | { outcome: "read"; value: unknown }
  | { outcome: "too-large" }
  | { outcome: "not-json" };

/** Reads a request's JSON body of at most `limit` bytes, and not a byte more into memory. */
export async function readJson(request: Request, limit: number): Promise<ReadJson> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return { outcome: "not-json" };
  const text = await readText(request, limit);
  if (text === null) return { outcome: "too-large" };
  try {
    return { outcome: "read", value: JSON.parse(text) };
  } catch {
    return { outcome: "not-json" };
  }
}

/** The body, or null when it is longer than the limit. A declared length is held to by Node. */
async function readText(request: Request, limit: number): Promise<string | null> {
  const declared = request.headers.get("content-length");
  if (declared !== null) return Number(declared) <= limit ? request.text() : null;
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > limit) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
