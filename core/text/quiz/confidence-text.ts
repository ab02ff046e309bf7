import type { Confidence } from "#core/log/types";
import { inLanguages } from "#core/text/language";

const levels: Record<Confidence, string> = {
  1: "A guess",
  2: "I think so",
  3: "Sure",
};

const en = {
  howSure: "How sure are you?",
  levels,
  ratherNot: "Rather not say",
};

/** The question before a verdict. */
export const confidenceText = inLanguages({ en });
