import { useCallback, useState } from "react";
import type { DrawnCard } from "#core/content/draw-card";
import type { Answer } from "#core/grading/types";
import { momentOf } from "#core/scheduling/study-day";
import { deviceNow } from "#local/store/device-time";
import { dropDraft, keepDraft, keptDraft } from "#local/store/kept-drafts";
import { currentOwner } from "#local/store/learner";

/** Where the answers in the making of study are kept: beside those of quizzes, under no quiz's name. */
const place = "study";

/**
 * What was typed, ticked or placed on a card before the page was loaded again, null if nothing was
 * on this study day; and what keeps it as it is made.
 */
export function useStudyDraft(card: DrawnCard): {
  draft: Answer | null;
  keep: (answer: Answer) => void;
} {
  // A card that draws its values asks for others the next time.
  const asked = `${card.version} ${card.front}`;
  const { id } = card;
  const [draft] = useState(() => readToday(id, asked));
  const keep = useCallback(
    (answer: Answer) => {
      const { ms } = deviceNow();
      keepDraft(currentOwner(), place, { card: id, asked, answer, at: ms, duration: 0 });
    },
    [id, asked],
  );
  return { draft, keep };
}

/** Lets go of what was made of a card's answer, since it is rated. */
export function dropStudyDraft(card: string): void {
  dropDraft(currentOwner(), place, card);
}

function readToday(card: string, asked: string): Answer | null {
  const draft = keptDraft(currentOwner(), place, { card, asked });
  const now = deviceNow();
  const isToday = draft && dayOf(draft.at, now.utcOffset) === dayOf(now.ms, now.utcOffset);
  return isToday ? draft.answer : null;
}

const dayOf = (ms: number, utcOffset: number): number => momentOf({ ms, utcOffset }).studyDay;
