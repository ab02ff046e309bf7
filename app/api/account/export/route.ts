import { exportStream } from "#server/log/export-stream";
import { guardedGet } from "#server/session/guarded";

export const dynamic = "force-dynamic";

/** All that is stored of the account as one JSON file; docs/export.md describes it. */
export const GET = guardedGet(
  async ({ database, learner, now }) =>
    new Response(exportStream(database, { learner: learner.id, now }), { headers: ofFile(now) }),
);

/** Its head alone. Next would begin an export for it that nobody reads. */
export const HEAD = guardedGet(async ({ now }) => new Response(null, { headers: ofFile(now) }));

function ofFile(now: number) {
  const day = new Date(now).toISOString().slice(0, 10);
  return {
    "content-type": "application/json; charset=utf-8",
    "content-disposition": `attachment; filename="mooring-${day}.json"`,
    "cache-control": "no-store",
  };
}
