import { momentOf, msPerDay } from "#core/scheduling/study-day";
import type { CardState, DeviceTime } from "#core/scheduling/types";
import { markedState } from "./marks";
import type { Mark } from "./types";

type Of<Kind extends Mark["type"]> = Extract<Mark, { type: Kind }>;
type Chosen<Some extends Mark> = Omit<
  Some,
  "id" | "device" | "sequence" | "at" | "card" | "studyDay" | "utcOffset"
>;

/** What a learner may do with a card, before it is an entry. */
export type MarkChoice =
  | Chosen<Of<"suspend">>
  | Chosen<Of<"bury">>
  | Chosen<Of<"reset">>
  | Chosen<Of<"set-date">>
  | Chosen<Of<"flag">>
  | Chosen<Of<"note">>;

type WithoutPlace<Some> = Some extends unknown ? Omit<Some, "device" | "sequence"> : never;
/** A mark before the store gives it its place on this device. */
export type MarkDraft = WithoutPlace<Exclude<Mark, { type: "met" }>>;

export type Marking = { card: string; state: CardState; id: string; now: DeviceTime };

/** The entry that a choice makes, and the card's state after it. */
export function markDraft(
  choice: MarkChoice,
  { card, state, id, now }: Marking,
): { draft: MarkDraft; card: string; state: CardState } {
  const moment = momentOf(notBefore(now, state));
  const { ms: at, studyDay, utcOffset } = moment;
  const base = { id, at, card };
  const draft: MarkDraft =
    choice.type === "bury" ? { ...base, ...choice, studyDay, utcOffset } : { ...base, ...choice };
  const marked = markedState(state, { ...draft, device: "", sequence: 0 });
  return { draft, card, state: { ...marked, folded: state.folded + 1 } };
}

/**
 * A device's clock may have been set back since the card's last review, or be behind another
 * device's. The log is folded by time, so what is done now is dated just after what it followed; if
 * the clocks are more than a day apart, one of them is wrong and nothing is made of it.
 */
export function notBefore(now: DeviceTime, state: CardState): DeviceTime {
  if (state.phase === "new" || now.ms > state.lastReview) return now;
  return state.lastReview - now.ms < msPerDay ? { ...now, ms: state.lastReview + 1 } : now;
}
