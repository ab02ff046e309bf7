import { exportStream } from "#server/log/export-stream";
import { guardedGet } from "#server/session/guarded";

export const dynamic = "force-dynamic";

/** All that is stored of the account as one JSON file; docs/export.md describes it. */
export const GET = guardedGet(async ({ database, learner, now }) => {
  const day = new Date(now).toISOString().slice(0, 10);
  return new Response(exportStream(database, { learner: learner.id, now }), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="mooring-${day}.json"`,
      "cache-control": "no-store",
    },
  });
});
