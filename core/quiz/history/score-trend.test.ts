import { describe, expect, it } from "vitest";
import type { QuizPlan } from "#core/log/types";
import type { QuizSummary } from "./quiz-history";
import { longestTrend, scoreTrend } from "./score-trend";

const made = (quiz: string, right: number, asked: number, plan: Partial<QuizPlan> = {}) =>
  ({
    ...{ quiz, startedAt: right, finishedAt: right + 1, topics: [], right: [] },
    takenBack: false as boolean,
    answered: asked,
    plan: { topics: [], questions: [], ...plan },
    score: { asked, answered: asked, right, credit: right, byTopic: [], missed: [], duration: 0 },
  }) satisfies QuizSummary;

describe("scoreTrend", () => {
  it("goes forward in time, over finished quizzes that asked something", () => {
    const history: QuizSummary[] = [
      made("open", 4, 5),
      made("exam", 3, 4, { style: "exam" }),
      made("empty", 0, 0),
      made("first", 1, 4),
    ].map((one) => (one.quiz === "open" ? { ...one, finishedAt: null } : one));
    expect(scoreTrend(history)).toEqual([
      { quiz: "first", startedAt: 1, style: "practice", share: 0.25 },
      { quiz: "exam", startedAt: 3, style: "exam", share: 0.75 },
    ]);
  });

  it("has the latest when there are more than it shows", () => {
    const history = Array.from({ length: longestTrend + 3 }, (_, place) => made(`${place}`, 1, 2));
    const quizzes = scoreTrend(history).map(({ quiz }) => quiz);
    expect(quizzes).toHaveLength(longestTrend);
    expect([quizzes.at(-1), quizzes[0]]).toEqual(["0", `${longestTrend - 1}`]);
  });
});
