import { keptPayload, type Texts } from "./kept-pages";

/**
 * What the router is answered about a page; null where only the server can.
 *
 * It asks in two ways. A click asks for the page's payload. A link that comes into view asks ahead,
 * for the tree of the page's segments and then for each of them. A payload is no answer to that: it
 * is written before the build knows the tree's hints and says so, and the router asks for the tree
 * again at once, for ever. Where there is no true answer here it gets none, which it takes for a
 * miss, and it waits for the click.
 */
export function answerRouter(
  { headers }: { headers: Headers },
  path: string,
  kept: { texts: Texts; sample: Response },
): Response | null {
  const payload = keptPayload(kept.texts, path, kept.sample);
  if (!payload || !headers.has("Next-Router-Prefetch")) return payload;
  const segment = headers.get("Next-Router-Segment-Prefetch");
  // Only the names of segments begin so.
  const text = segment?.startsWith("/") ? kept.texts.get(`${path} ${segment}`) : undefined;
  if (text === undefined) return new Response(null, { status: 204 });
  return new Response(text, { headers: segmentHeaders });
}

/** The second says that segments of the page can be had one by one. */
const segmentHeaders = { "content-type": "text/x-component", "x-nextjs-postponed": "2" };
