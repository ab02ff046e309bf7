import "server-only";
import { problemText } from "#core/text/site/problem-text";
import type { Database } from "#db/client";
import { makePace } from "#server/base/give-way";
import { TryLater } from "#server/base/try-later";
import { checkWork, noteWork } from "#server/base/work-account";
import { exportAccount } from "./export-account";

/**
 * How to end each export that is under way, by learner: one at a time for each, and so many in all.
 * The one of which nothing was taken for longest stands first.
 */
const running = new Map<string, () => void>();
const mostRunning = 10;
/** When to ask again, seconds. */
const pause = 30;
/** An export of which nobody takes a piece for so long has ended, milliseconds. */
const patience = 60_000;

type Asked = { learner: string; now: number; patienceMs?: number };

/**
 * The export of an account as a stream that makes each piece when the reader has taken the one
 * before. Whoever asked may be gone before the first of them, of which a stream is not told.
 * Throws TryLater while one of the account's is under way. Where too many are, that one gives way of
 * which nothing was taken for longest, so that whoever takes nothing shuts nobody out.
 */
export function exportStream(
  database: Database,
  { learner, now, patienceMs = patience }: Asked,
): ReadableStream<Uint8Array> {
  checkWork(learner, now);
  if (running.has(learner)) throw new TryLater("unavailable", problemText().exportRuns, pause);
  const [slowest] = running.values();
  if (running.size >= mostRunning) slowest?.();
  const encoder = new TextEncoder();
  const pace = makePace();
  const pieces = exportAccount(database, { learner, now, pace });
  let noted = 0;
  let waiting: NodeJS.Timeout | undefined;
  let isOver = false;
  let cut = () => {};
  const end = () => {
    clearTimeout(waiting);
    // Another one of the account's may be under way by now.
    if (!isOver) running.delete(learner);
    isOver = true;
  };
  return new ReadableStream(
    {
      start: (controller) => {
        cut = () => {
          end();
          controller.error(new Error("Nobody takes the export."));
        };
        running.set(learner, cut);
      },
      pull: async (controller) => {
        clearTimeout(waiting);
        try {
          const piece = await pace.resumed(() => pieces.next());
          noteWork(learner, { spent: pace.spent() - noted, now: Date.now() });
          noted = pace.spent();
          if (piece.done) {
            end();
            return controller.close();
          }
          controller.enqueue(encoder.encode(piece.value));
          // To the end: all others were taken from less lately.
          if (running.delete(learner)) running.set(learner, cut);
          waiting = setTimeout(cut, patienceMs).unref();
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
