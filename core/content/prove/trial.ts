import type { Path } from "#core/content/read/problem";
import type { Answer } from "#core/grading/types";

/** An answer of a card and what grading must find. */
export type Trial = { path: Path; said: string; answer: Answer } & (
  | { outcome: "correct" | "wrong" }
  | { outcome: "not correct"; why?: string }
);
