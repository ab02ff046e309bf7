import type { PartVerdict, Verdict } from "#core/grading/types";
import { gradingText } from "#core/text/grading/grading-text";

/** An answer that cannot be graded: never a review; the learner mends it and tries again. */
export function unreadable(reason: string): Verdict {
  return { outcome: "unreadable", credit: 0, reasons: [reason], parts: [] };
}

/** An answer that does not belong to its card, wherever it came from. */
export const misfit: Verdict = unreadable(gradingText().misfit);

/** All right; reasons may still say what was forgiven. */
export function correct(reasons: string[] = [], parts: PartVerdict[] = []): Verdict {
  return { outcome: "correct", credit: 1, reasons, parts };
}

/** All wrong. */
export function wrong(reasons: string[] = [], parts: PartVerdict[] = []): Verdict {
  return { outcome: "wrong", credit: 0, reasons, parts };
}

/**
 * A verdict from the share that was right (0 to 1): correct only at 1, partly from `partlyFrom` on
 * (and never at 0), else wrong. The credit is kept even where the outcome is wrong.
 */
export function fromShare(
  credit: number,
  partlyFrom: number,
  said: Pick<Verdict, "reasons" | "parts">,
): Verdict {
  if (credit >= 1) return correct(said.reasons, said.parts);
  const outcome = credit > 0 && credit >= partlyFrom ? "partly" : "wrong";
  return { outcome, credit, reasons: said.reasons, parts: said.parts };
}
