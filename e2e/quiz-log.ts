import { randomUUID } from "node:crypto";
import { drawCard } from "#core/content/draw-card";
import type { Deck } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import { rightAnswer } from "#core/grading/right-answer";
import type { Answer } from "#core/grading/types";
import type { Confidence, Entry, QuizStyle, Review } from "#core/log/types";
import { type AskableCard, wrongAnswer } from "./deck";
import { reviewOf } from "./learner-log";

/** What was answered to a question of a quiz; `open`: nothing, the time was up. */
export type TakenQuestion = {
  card: AskableCard;
  gave: "right" | "wrong" | "gave up" | "open";
  confidence?: Confidence;
};
type Taken = { questions: readonly TakenQuestion[]; daysAgo: number; style?: QuizStyle };

/** What every question was shuffled and drawn by, as in the reviews of a made log. */
const seed = 1;

/** A finished quiz as a device would have written it; `quiz` names it. */
export function takenQuizLog(deck: Deck, quiz: string, taken: Taken): Entry[] {
  const { questions, daysAgo, style = "practice" } = taken;
  const answered = questions.filter(({ gave }) => gave !== "open");
  const reviews = answered.map((question, place) => ({
    ...reviewIn(deck, quiz, { question, daysAgo }),
    // At its own moment, after the quiz began at noon.
    at: noonOf(deck, question, daysAgo) + (place + 1) * 20_000,
  }));
  const [any] = questions;
  if (!any) throw new Error("A quiz asks something.");
  const begun = noonOf(deck, any, daysAgo);
  const base = { type: "quiz", device: "an-older-device", sequence: 1, quiz } as const;
  const plan = {
    topics: [...new Set(questions.map(({ card }) => card.topic))],
    questions: questions.map(({ card }) => ({ card: card.id, seed })),
    style,
    asksConfidence: questions.some(({ confidence }) => confidence !== undefined),
  };
  const end = begun + (questions.length + 1) * 20_000;
  return [
    { ...base, id: randomUUID(), at: begun, event: "start", plan },
    ...reviews,
    { ...base, id: randomUUID(), at: end, event: "finish", plan: null },
  ];
}

function noonOf(deck: Deck, { card }: TakenQuestion, daysAgo: number): number {
  return reviewOf(deck, card, { daysAgo }).at;
}

type Given = { question: TakenQuestion; daysAgo: number };

function reviewIn(deck: Deck, quiz: string, { question, daysAgo }: Given): Review {
  const { card, confidence = null } = question;
  const answer = answerTo(question);
  const verdict = gradeAnswer(drawCard(card, seed), answer)?.outcome ?? null;
  const rating = verdict === "correct" ? "good" : "again";
  const inQuiz = { mode: "quiz", quiz, answer, verdict, confidence } as const;
  return { ...reviewOf(deck, card, { daysAgo, rating }), ...inQuiz };
}

function answerTo({ card, gave }: TakenQuestion): Answer {
  const drawn = drawCard(card, seed);
  if (gave === "right") return rightAnswer(drawn);
  return gave === "wrong" ? wrongAnswer(drawn) : { kind: "none", asked: card.kind };
}
