/** How Next writes a page's payload into its HTML, piece by piece, for the first load. */
const pieces = /<script>self\.__next_f\.push\((\[1,.*?\])\)<\/script>/gs;

/** The payload for the router out of a kept page, so that no page is kept twice; null if it has none. */
export async function payloadOf(page: Response): Promise<Response | null> {
  const html = await page.text();
  const texts = [...html.matchAll(pieces)].map(([, piece = ""]) => {
    const [, text] = JSON.parse(piece) as [1, string];
    return text;
  });
  if (texts.length === 0) return null;
  const headers = new Headers(page.headers);
  for (const name of ["content-encoding", "content-length", "etag"]) headers.delete(name);
  headers.set("content-type", "text/x-component");
  return new Response(texts.join(""), { headers });
}
