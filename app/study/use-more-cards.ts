import { useEffect, useMemo, useState } from "react";
import type { StudyIndex, Topic } from "#core/content/types";
import type { Session } from "#core/session/session";
import { startSession } from "#core/session/start-session";
import { deviceNow } from "#local/store/device-time";
import { currentLearner } from "#local/store/learner";
import { useLearner } from "#local/store/use-learner";
import { sessionMinutes } from "./session-minutes";

/** So many new cards come, beyond the day's, where a learner asks for more. */
export const moreCards = 10;

/** `minutes`: how long they take; null until that is known. */
type More = { cards: number; minutes: number | null };

/** What asking for more new cards brings, by the session that it would begin now. */
export function useMoreCards(index: StudyIndex, topic: Topic | null): More {
  const states = useLearner()?.states;
  const session = useMemo(() => {
    const learner = currentLearner();
    if (!learner || !states) return null;
    const begin = { more: moreCards, topic: topic?.id ?? null, earlier: null, now: deviceNow() };
    return startSession({ index, learner: { ...learner, states }, ...begin }).session;
  }, [index, states, topic]);
  const minutes = useMinutes(index, session);
  return { cards: session ? countNew(session) : 0, minutes };
}

function countNew({ current, waiting, states }: Session): number {
  const cards = [current?.card ?? [], ...waiting].flat();
  return cards.filter((card) => (states.get(card)?.phase ?? "new") === "new").length;
}

function useMinutes(index: StudyIndex, session: Session | null): number | null {
  const [minutes, setMinutes] = useState<number | null>(null);
  useEffect(() => {
    const learner = currentLearner();
    if (!session || !learner) return;
    let shown = true;
    void sessionMinutes(index, learner, session).then((found) => shown && setMinutes(found));
    return () => {
      shown = false;
    };
  }, [index, session]);
  return minutes;
}
