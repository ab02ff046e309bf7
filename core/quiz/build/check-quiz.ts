import type { QuizPlan } from "#core/log/types";
import { buildQuiz, type QuizWish } from "./build-quiz";
import { ideasToCheck } from "./ideas-to-check";

type Wish = Pick<QuizWish, "index" | "states" | "seed">;

/** Questions of a short check at most: the others come with the next one. */
const longest = 10;

/**
 * A short check of ideas that are known to whoever knows what builds on them: a placement with one
 * question on each. Null where there is nothing to check.
 */
export function checkQuiz({ index, states, seed }: Wish): QuizPlan | null {
  const concepts = ideasToCheck({ index, states }).slice(0, longest);
  if (concepts.length === 0) return null;
  const matter = { by: "concepts", concepts } as const;
  const how = { style: "placement", length: concepts.length } as const;
  return buildQuiz({ index, states, seed, matter, ...how, asksConfidence: true, extraTime: 0 });
}
