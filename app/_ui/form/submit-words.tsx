"use client";

import { createContext, useContext } from "react";
import { answerText } from "#core/text/study/answer-text";

const SubmitWords = createContext<string | null>(null);

/** What the button says that hands an answer in, for all inputs below it; "Check" elsewhere. */
export const SubmitWordsProvider = SubmitWords.Provider;

export function useSubmitWords(): string {
  return useContext(SubmitWords) ?? answerText().check;
}
