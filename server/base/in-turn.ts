import "server-only";
import { problemText } from "#core/text/site/problem-text";
import { processWide } from "./process-wide";
import { currentRequest } from "./request-context";
import { TryLater } from "./try-later";

/** Requests of one learner that wait while another one runs, and characters of their bodies. */
const mostWaiting = 100;
const mostCharacters = 8 * 1_048_576;
/** Characters of all that wait behind another one of the same learner. */
const mostInAll = 32 * 1_048_576;
/** When whoever finds that many is to ask again, seconds. */
const pause = 5;

type Lane = { last: Promise<unknown>; waiting: number; characters: number };
type Lanes = { of: Map<string, Lane>; characters: number };

/** Pages and handlers are of one build and may hold copies of this module. */
const lanes = () =>
  processWide<Lanes>("turns-of-learners", () => ({ of: new Map(), characters: 0 }));

/**
 * Runs what reads and writes one learner's log after what was asked for this learner before. At the
 * same time they would only get in each other's way, each computing again what another one made
 * stale; and however much one account sends, it takes one turn after the other. Whoever waits holds
 * no place that somebody else could have. `size` is how many characters wait with it. Throws
 * TryLater when too much waits already.
 */
export async function inTurn<Given>(
  { learner, size }: { learner: string; size: number },
  run: () => Promise<Given>,
): Promise<Given> {
  const all = lanes();
  const lane = all.of.get(learner) ?? { last: Promise.resolve(), waiting: 0, characters: 0 };
  const isFirst = lane.waiting === 0;
  const isFull = lane.waiting >= mostWaiting || lane.characters + size > mostCharacters;
  // Whoever has nothing under way waits for nobody, and is not shut out by those who do.
  if (isFull || (!isFirst && all.characters + size > mostInAll)) throw tooMuch();
  all.of.set(learner, lane);
  lane.waiting += 1;
  lane.characters += size;
  all.characters += size;
  const turn = (isFirst ? lane.last : asideUntil(lane.last, learner)).then(run);
  lane.last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    lane.waiting -= 1;
    lane.characters -= size;
    all.characters -= size;
    if (lane.waiting === 0) all.of.delete(learner);
  }
}

async function asideUntil(turn: Promise<unknown>, learner: string): Promise<void> {
  const aside = currentRequest()?.aside;
  if (!aside) await turn;
  else if (!(await aside(learner, turn))) throw tooMuch();
}

function tooMuch(): TryLater {
  return new TryLater("unavailable", problemText().tooMuchAtOnce, pause);
}
