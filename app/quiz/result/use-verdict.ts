"use client";

import { useEffect, useMemo, useState } from "react";
import type { DrawnCard } from "#core/content/draw-card";
import { gradePlain } from "#core/grading/grade-plain";
import type { Answer, Verdict } from "#core/grading/types";
import { withVerdict } from "#local/deck/command-grader";

/** The verdict on an answer of the past; on a command null until its grader is here. */
export function useVerdict(card: DrawnCard, answer: Answer): Verdict | null {
  const plain = useMemo(
    () => (card.kind === "command" ? null : gradePlain(card, answer, true)),
    [card, answer],
  );
  const [ofCommand, setOfCommand] = useState<Verdict | null>(null);
  useEffect(() => {
    if (card.kind !== "command") return;
    let wanted = true;
    withVerdict(card, answer, (found) => {
      if (wanted) setOfCommand(found);
    });
    return () => {
      wanted = false;
    };
  }, [card, answer]);
  return plain ?? ofCommand;
}
