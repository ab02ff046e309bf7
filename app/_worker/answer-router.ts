import { payloadOf } from "./page-payload";

/** What the worker keeps for the router. */
export type KeptForRouter = {
  /** The kept page at an address. */
  page: (path: string) => Promise<Response | undefined>;
  /** By address and by what the router asks for of it: what links fetch ahead of pages. */
  ahead: () => Promise<Record<string, Record<string, string>>>;
};

/**
 * What the router is answered about a page; null where only the server can.
 *
 * It asks in two ways. A click asks for the page's payload. A link that comes into view asks ahead,
 * for the tree of the page's segments and then for each of them. A payload is no answer to that: it
 * is written before the build knows the tree's hints and says so, and the router asks for the tree
 * again at once, for ever. Where there is no true answer here it gets none, which it takes for a
 * miss, and it waits for the click.
 */
export async function answerRouter(
  { headers }: { headers: Headers },
  path: string,
  kept: KeptForRouter,
): Promise<Response | null> {
  const page = await kept.page(path);
  if (!page) return null;
  if (!headers.has("Next-Router-Prefetch")) return payloadOf(page);
  const segment = headers.get("Next-Router-Segment-Prefetch") ?? "";
  const text = (await kept.ahead())[path]?.[segment];
  if (text === undefined) return new Response(null, { status: 204 });
  return new Response(text, { headers: segmentHeaders });
}

/** The second says that segments of the page can be had one by one. */
const segmentHeaders = { "content-type": "text/x-component", "x-nextjs-postponed": "2" };
