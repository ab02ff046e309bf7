"use client";

import { useState } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { checkQuiz } from "#core/quiz/build/check-quiz";
import { placementText } from "#core/text/quiz/placement-text";
import { deviceNow } from "#local/store/device-time";
import { useLearner } from "#local/store/use-learner";
import controls from "#ui/controls.module.css";
import setup from "./setup.module.css";

type Props = { index: DeckIndex; onStart: (plan: QuizPlan) => void };

/** A short check of what the cards that the learner holds need, where nobody asked about it yet. */
export function OfferedCheck({ index, onStart }: Props) {
  const states = useLearner()?.states;
  const [seed] = useState(() => deviceNow().ms % 2 ** 32);
  const plan = states ? checkQuiz({ index, states, seed }) : null;
  if (!plan) return null;
  const text = placementText();
  return (
    <section aria-label={text.checkTitle} className={setup.offered}>
      <p>{text.checkWhy(plan.questions.length)}</p>
      <button type="button" className={controls.button} onClick={() => onStart(plan)}>
        {text.check(plan.questions.length)}
      </button>
    </section>
  );
}
