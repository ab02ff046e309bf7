import { question } from "#core/quiz/build/build-quiz";
import { shareHash } from "#core/quiz/share/share-link";
import type { SharedStyle } from "#core/quiz/share/shared-quiz";

/** The end of the link to a quiz on these cards. */
export function hashOf(ids: readonly string[], style: SharedStyle = "practice"): string {
  const seed = 7;
  const questions = ids.map((id) => question(id, seed));
  const limit = style === "exam" ? 300_000 : null;
  return shareHash({ style, limit, asksConfidence: false, seed, questions });
}
