"use client";

import { lazy, Suspense } from "react";
import { diagramAnswerText } from "#core/text/study/diagram-answer-text";
import type { AnswerProps } from "#ui/answers/parts/answer-props";

/** Between two tries to fetch the chunk, milliseconds. */
const retry = 5_000;

/** A chunk of its own, since most cards draw nothing; tried again until the network is back. */
const DiagramAnswer = lazy(async () => {
  for (;;) {
    try {
      const { DiagramAnswer } = await import("./diagram-answer");
      return { default: DiagramAnswer };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retry));
    }
  }
});

/** A drawing whose parts are to be named; then the same with what was right. */
export function DiagramInput(props: AnswerProps<"diagram">) {
  return (
    <Suspense fallback={<p role="status">{diagramAnswerText().loading}</p>}>
      <DiagramAnswer {...props} />
    </Suspense>
  );
}
