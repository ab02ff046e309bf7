import { deckCatalog } from "#server/base/catalog";

type Context = { params: Promise<{ file: string }> };

// Written at build time; any other name is not found, and leaves nothing in a cache.
export const dynamic = "force-static";
export const dynamicParams = false;

/** The deck's index and one part a topic, each named by the hash of its content. */
export async function generateStaticParams(): Promise<{ file: string }[]> {
  const { files } = await deckCatalog();
  return [...files.keys()].map((file) => ({ file }));
}

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const { files } = await deckCatalog();
  const text = files.get(file);
  if (text === undefined) return new Response(null, { status: 404 });
  return new Response(text, {
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
