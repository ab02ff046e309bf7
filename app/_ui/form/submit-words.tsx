"use client";

import { createContext, useContext } from "react";
import { answerText } from "#core/text/study/answer-text";

const SubmitWords = createContext<string | null>(null);

/** What the button says that hands an answer in, for all inputs below it. */
export const SubmitWordsProvider = SubmitWords.Provider;

/** The words from above, or else those of the input itself; "Check" where it has none. */
export function useSubmitWords(own: string = answerText().check): string {
  return useContext(SubmitWords) ?? own;
}
