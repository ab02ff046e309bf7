import type { DeckIndex } from "#core/content/types";
import type { QuizSummary } from "#core/quiz/history/quiz-history";
import { type ReadShare, readShare, shareIn } from "#core/quiz/share/read-share";
import type { QuizSession, QuizStep } from "#core/quiz/taking/quiz-session";
import { loadIndex } from "#local/deck/deck-store";
import { readyLearner } from "#local/sync/sync";
import { openQuiz, readHistory } from "./open-quiz";
import type { Otherwise } from "./settle-exam";

/** A quiz that is taken, or was. */
export type Taking = {
  at: "taking";
  index: DeckIndex;
  history: QuizSummary[];
  session: QuizSession;
  /** Of an exam that another device handed in. */
  otherwise?: Otherwise;
};

/** What the quiz page shows. */
export type QuizState =
  | { at: "loading" }
  | { at: "failed"; message: string }
  | { at: "choosing"; index: DeckIndex; history: QuizSummary[] }
  | { at: "shared"; index: DeckIndex; text: string; read: ReadShare }
  | Taking;

/** What the page's address asks for, with what is to be written of it. Never rejects. */
export async function readAddress(
  indexAddress: string,
  { search, hash }: Pick<Location, "search" | "hash">,
): Promise<{ state: QuizState; emits: QuizStep["emits"] }> {
  try {
    const index = await loadIndex(indexAddress);
    await readyLearner();
    const text = shareIn(hash);
    if (text !== null) return quietly({ at: "shared", index, text, read: readShare(text) });
    const taken = new URLSearchParams(search).get("take");
    const opened = taken && (await openQuiz(index, taken));
    if (!opened) return quietly({ at: "choosing", index, history: await readHistory(index) });
    const { session, history, emits } = opened;
    return { state: { at: "taking", index, history, session }, emits };
  } catch (error) {
    return quietly(failed(error));
  }
}

/** That something could not be had, in its own words. */
export function failed(error: unknown): QuizState {
  return { at: "failed", message: error instanceof Error ? error.message : String(error) };
}

const quietly = (state: QuizState) => ({ state, emits: [] });
