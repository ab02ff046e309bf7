import { health } from "#server/health";

export const dynamic = "force-dynamic";

/** For whatever watches the server: whether it can answer from its database. */
export async function GET(): Promise<Response> {
  const found = await health();
  return Response.json(found, { status: found.ok ? 200 : 503 });
}
