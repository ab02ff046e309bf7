import "server-only";
import { problemText } from "#core/text/site/problem-text";
import { TryLater } from "./try-later";

/** Requests of one learner that wait while another one runs, and characters of their bodies. */
const mostWaiting = 100;
const mostCharacters = 8 * 1_048_576;
/** When whoever finds that many is to ask again, seconds. */
const pause = 5;

type Lane = { last: Promise<unknown>; waiting: number; characters: number };

const lanes = new Map<string, Lane>();

/**
 * Runs what reads and writes one learner's log after what was asked for this learner before. At the
 * same time they would only get in each other's way, each computing again what another one made
 * stale; and however much one account sends, it takes one turn after the other. `size` is how many
 * characters wait with it. Throws TryLater when too much waits already.
 */
export async function inTurn<Given>(
  { learner, size }: { learner: string; size: number },
  run: () => Promise<Given>,
): Promise<Given> {
  const lane = lanes.get(learner) ?? { last: Promise.resolve(), waiting: 0, characters: 0 };
  if (lane.waiting >= mostWaiting || lane.characters + size > mostCharacters) {
    throw new TryLater("unavailable", problemText().tooMuchAtOnce, pause);
  }
  lanes.set(learner, lane);
  lane.waiting += 1;
  lane.characters += size;
  const turn = lane.last.then(run);
  lane.last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    lane.waiting -= 1;
    lane.characters -= size;
    if (lane.waiting === 0) lanes.delete(learner);
  }
}
