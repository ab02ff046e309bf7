import "server-only";
import { problemText } from "#core/text/site/problem-text";
import { processWide } from "#server/base/process-wide";
import { TryLater } from "#server/base/try-later";

/** Bytes of long answers that wait to be taken: of one account, and of all together. */
export const mostUnsent = { ofOne: 10_000_000, inAll: 32_000_000 };
/** When an account that holds that many is to ask again, seconds. */
const pause = 5;

/** One long answer. */
export type Unsent = {
  /** So many of its bytes were taken. */
  take: (bytes: number) => void;
  /** All was taken, or nobody takes it any more. */
  end: () => void;
};

type Held = { who: string; bytes: number; cut: () => void };

/** The one of which nothing was taken for longest stands first. */
const answers = () => processWide("unsent-answers", () => new Set<Held>());

/**
 * Counts the bytes of an answer until they are taken. Throws TryLater where the account's other
 * answers leave no room for them; the first of an account always has room. Where all together are too
 * many, those are cut of which nothing was taken for longest, so that whoever takes nothing shuts
 * nobody out.
 */
export function holdUnsent(answer: { who: string; bytes: number; cut: () => void }): Unsent {
  checkUnsent(answer.who, answer.bytes);
  const all = answers();
  const held = { ...answer };
  for (const other of all) {
    if (bytesOf(all) + held.bytes <= mostUnsent.inAll) break;
    all.delete(other);
    other.cut();
  }
  all.add(held);
  return {
    take: (bytes) => {
      held.bytes -= bytes;
      if (all.delete(held)) all.add(held);
    },
    end: () => {
      all.delete(held);
    },
  };
}

/** Throws TryLater where an account's answers that wait to be taken leave no room for more. */
export function checkUnsent(who: string, more = 0): void {
  const own = bytesOf([...answers()].filter((held) => held.who === who));
  if (own > 0 && own + more > mostUnsent.ofOne) {
    throw new TryLater("unavailable", problemText().tooMuchAtOnce, pause);
  }
}

function bytesOf(all: Iterable<Held>): number {
  let sum = 0;
  for (const { bytes } of all) sum += bytes;
  return sum;
}
