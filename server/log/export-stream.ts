import "server-only";
import { problemText } from "#core/text/site/problem-text";
import type { Database } from "#db/client";
import { makePace } from "#server/base/give-way";
import { TryLater } from "#server/base/try-later";
import { checkWork, noteWork } from "#server/base/work-account";
import { exportAccount } from "./export-account";

/** Exports that are under way, by learner: one at a time for each, and so many in all. */
const running = new Set<string>();
const mostRunning = 10;
/** When to ask again, seconds. */
const pause = 30;

/**
 * The export of an account as a stream that makes each piece when the reader has taken the one
 * before. Throws TryLater while one of the account's is under way, or too many are.
 */
export function exportStream(
  database: Database,
  { learner, now }: { learner: string; now: number },
): ReadableStream<Uint8Array> {
  checkWork(learner, now);
  if (running.has(learner) || running.size >= mostRunning) {
    throw new TryLater("unavailable", problemText().exportRuns, pause);
  }
  running.add(learner);
  const end = () => running.delete(learner);
  const encoder = new TextEncoder();
  const pace = makePace();
  const pieces = exportAccount(database, { learner, now, pace });
  let noted = 0;
  return new ReadableStream(
    {
      pull: async (controller) => {
        try {
          const piece = await pace.resumed(() => pieces.next());
          noteWork(learner, { spent: pace.spent() - noted, now: Date.now() });
          noted = pace.spent();
          if (!piece.done) return controller.enqueue(encoder.encode(piece.value));
          end();
          controller.close();
        } catch (error) {
          end();
          controller.error(error);
        }
      },
      cancel: async () => {
        end();
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
