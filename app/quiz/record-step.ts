import type { QuizStep, ReviewDraft } from "#core/quiz/quiz-session";
import { stateInstead, stateWith } from "#core/quiz/quiz-state";
import type { CardState } from "#core/scheduling/types";
import { stateOf } from "#core/session/session";
import { appendToLearner, currentLearner } from "#local/learner-store";
import { syncSoon } from "#local/sync";

/** The latest answer's review and its card's state before it, in case it is taken back. */
type Latest = { review: string; before: CardState };

/** Writes what steps of a quiz emit, each review with the card state that follows from it. */
export function stepRecorder(): (emits: QuizStep["emits"]) => void {
  let latest: Latest | null = null;
  const record = (
    review: ReviewDraft,
    states: ReadonlyMap<string, CardState>,
    retention: number,
  ) => {
    const before = stateOf(states, review.card);
    latest = { review: review.id, before };
    appendToLearner([review], [{ card: review.card, state: stateWith(before, review, retention) }]);
  };
  return (emits) => {
    const learner = currentLearner();
    if (!learner || emits.length === 0) return;
    const { states, settings } = learner;
    const retention = settings.desiredRetention;
    const taken = emits.find((draft) => draft.type === "void");
    for (const draft of emits) {
      if (draft.type === "quiz") appendToLearner([draft], []);
      else if (draft.type === "review" && taken === undefined) record(draft, states, retention);
      else if (draft.type === "review" && taken !== undefined) {
        const before =
          latest?.review === taken.target ? latest.before : stateOf(states, draft.card);
        const state = stateInstead(before, draft, retention);
        // The review taken back, its void and what stands in its place are one change.
        appendToLearner([taken, draft], [{ card: draft.card, state }]);
      }
    }
    syncSoon();
  };
}
