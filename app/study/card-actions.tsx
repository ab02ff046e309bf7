import type { DrawnCard } from "#core/content/draw-card";
import type { Answer } from "#core/grading/types";
import type { MarkChoice } from "#core/log/mark-draft";
import type { Rating } from "#core/log/types";
import type { SessionEvent } from "#core/session/step-session";
import { withVerdict } from "#local/deck/command-grader";
import { deviceNow } from "#local/store/device-time";
import { newId } from "#local/store/new-id";

export type CardActions = ReturnType<typeof cardActions>;

/** What a learner may do on a card, as events of the session. */
export function cardActions(card: DrawnCard, step: (event: SessionEvent) => void) {
  return {
    reveal: () => step({ type: "reveal", card, now: deviceNow() }),
    answer: (answer: Answer) => {
      const now = deviceNow();
      withVerdict(card, answer, (verdict) => step({ type: "answer", card, answer, verdict, now }));
    },
    judge: () => step({ type: "judge", card, now: deviceNow() }),
    overrule: () => step({ type: "overrule", card }),
    rate: (rating: Rating) => step({ type: "rate", card, rating, id: newId(), now: deviceNow() }),
    mark: (choice: MarkChoice) =>
      step({ type: "mark", card: card.id, choice, id: newId(), now: deviceNow() }),
    undo: () => step({ type: "undo", id: newId(), now: deviceNow() }),
  };
}
