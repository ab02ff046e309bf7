import { sampleCard } from "#core/content/sample-card";
import type { RecallCard } from "#core/content/types";
import type { Rating } from "#core/log/types";
import type { StepInput } from "#core/scheduling/fsrs";
import { momentOf } from "#core/scheduling/study-day";
import type { DeviceTime, Outlook } from "#core/scheduling/types";
import { type Session, type Stepped, stateOf } from "#core/session/session";
import { stepSession } from "#core/session/step-session";
import type { Scheduler } from "./schedulers/scheduler";

type Given = { rating: Rating; now: DeviceTime };

/** Rates the card on the screen, its next day being that of the scheduler. */
export function rateAs(scheduler: Scheduler, session: Session, { rating, now }: Given): Stepped {
  const id = session.current?.card ?? "";
  // Whatever the kind: what was found of the answer is in the rating.
  const card: RecallCard = { ...sampleCard, id, kind: "recall", answer: "!" };
  const { session: revealed } = stepSession(session, { type: "reveal", card, now });
  const ready = withOutlooks(scheduler, revealed);
  const entry = `${now.ms}`;
  return stepSession(ready, { type: "rate", card, rating, id: entry, now });
}

function withOutlooks({ step }: Scheduler, session: Session): Session {
  const { current } = session;
  if (step === null || current?.phase !== "answered") return session;
  const input: StepInput = {
    card: current.card,
    state: stateOf(session.states, current.card),
    at: momentOf(current.answeredAt),
    retention: session.retention,
  };
  const outlook = (rating: Rating): Outlook => {
    const state = step(input, rating);
    return { rating, state, wait: state.due - input.at.ms };
  };
  const outlooks = {
    again: outlook("again"),
    hard: outlook("hard"),
    good: outlook("good"),
    easy: outlook("easy"),
  };
  return { ...session, current: { ...current, outlooks } };
}
