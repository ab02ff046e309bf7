import type { Metadata } from "next";
import { preload } from "react-dom";
import { quizText } from "#core/text/quiz/quiz-text";
import { deckCatalog } from "#server/base/catalog";
import { Quiz } from "./quiz";

export const metadata: Metadata = { title: quizText().title };

/** The same page for everyone; quizzes and their results live in the learner's log. */
export default async function QuizPage() {
  const { addresses } = await deckCatalog();
  preload(addresses.index, { as: "fetch", crossOrigin: "anonymous" });
  return <Quiz indexAddress={addresses.index} />;
}
