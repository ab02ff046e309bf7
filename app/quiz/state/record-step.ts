import type { QuizStep } from "#core/quiz/taking/quiz-session";
import { stateInstead, stateWith } from "#core/quiz/taking/quiz-state";
import type { CardState } from "#core/scheduling/types";
import { stateOf } from "#core/session/session";
import { dropDraft, dropDrafts } from "#local/store/kept-drafts";
import { currentLearner } from "#local/store/learner";
import { appendToLearner } from "#local/store/learner-store";
import { ownerKey } from "#local/store/owner";
import { syncSoon } from "#local/sync/sync";

/** The latest answer's review and its card's state before it, in case it is taken back. */
type Latest = { review: string; before: CardState };

/** Writes what steps of a quiz emit, each review with the card state that follows from it. */
export function stepRecorder(): (emits: QuizStep["emits"]) => void {
  let latest: Latest | null = null;
  return (emits) => {
    const learner = currentLearner();
    if (!learner || emits.length === 0) return;
    const { states, settings } = learner;
    const retention = settings.desiredRetention;
    const reviews = emits.filter((draft) => draft.type === "review");
    const taken = emits.find((draft) => draft.type === "void");
    const changes = reviews.map((review) => {
      const { card } = review;
      if (taken) {
        const before = latest?.review === taken.target ? latest.before : stateOf(states, card);
        return { card, state: stateInstead(before, review, retention) };
      }
      const before = stateOf(states, card);
      latest = { review: review.id, before };
      return { card, state: stateWith(before, review, retention) };
    });
    // What belongs together, an exam handed in or an answer in another's place, is one change.
    appendToLearner(emits, changes);
    const owner = ownerKey(learner.owner);
    for (const draft of emits) {
      if (draft.type === "review" && draft.quiz) dropDraft(owner, draft.quiz, draft.card);
      if (draft.type !== "quiz") continue;
      if (draft.event === "answer") dropDraft(owner, draft.quiz, draft.given.card);
      if (draft.event === "finish") dropDrafts(owner, draft.quiz);
    }
    syncSoon();
  };
}
