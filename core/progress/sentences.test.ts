import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counted } from "#core/text/counted";
import { calendar } from "./calendar";
import { effort } from "./effort";
import {
  calendarSentence,
  forecastSentence,
  percent,
  recallSentence,
  studiedSentence,
  workPhrase,
} from "./sentences";

const forecastOf = (due: number[], later = 0) => ({
  days: due.map((count, studyDay) => ({ studyDay, due: count })),
  overdue: 0,
  later,
});

describe("percent", () => {
  it("says all or nothing of all and nothing alone", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(percent(share) === "100\u00a0%").toBe(share === 1);
        expect(percent(share) === "0\u00a0%").toBe(share === 0);
      }),
    );
    expect(percent(0.714)).toBe("71\u00a0%");
    expect(percent(0.001)).toBe("1\u00a0%");
    expect(percent(0.999)).toBe("99\u00a0%");
  });
});

describe("sentences", () => {
  it("say nothing to a learner who has not begun", () => {
    expect(recallSentence({ cards: 180, studied: 0, recall: 0 })).toBeNull();
    expect(studiedSentence({ cards: 180, studied: 0, recall: 0 })).toBeNull();
    expect(forecastSentence(forecastOf([0, 0, 0]))).toBeNull();
    expect(calendarSentence(calendar([], 100), effort([], 100))).toBeNull();
    expect(workPhrase({ reviews: 0, minutes: 0 })).toBeNull();
  });

  it("count in singular and plural", () => {
    expect([0, 1, 2].map((count) => counted(count, "card"))).toEqual([
      "0 cards",
      "1 card",
      "2 cards",
    ]);
    expect(workPhrase({ reviews: 1, minutes: 1 })).toBe("1 review in 1 minute");
    expect(studiedSentence({ cards: 362, studied: 218, recall: 0.7 })).toBe(
      "You have studied 218 of 362 cards.",
    );
    expect(recallSentence({ cards: 10, studied: 9, recall: 0.71 })).toBe(
      "You would recall 71\u00a0% of the talk today",
    );
  });

  it.each([
    [[18, 12, 12], 0, "18 cards are due today, then about 12 a day."],
    [[1, 0, 0], 0, "1 card is due today."],
    [[0, 0, 1, 0, 0], 0, "Nothing is due today, then less than one a day."],
    [[0, 0, 0], 4, "Nothing is due today."],
  ])("tell the forecast %j", (due, later, sentence) => {
    expect(forecastSentence(forecastOf(due, later))).toBe(sentence);
  });

  it("tell the days studied without a streak", () => {
    // A Friday; the calendar's first day is the Monday 21 weeks before this week's.
    const totals = [0, 3, 20].map((ago) => ({
      studyDay: 20_000 - ago,
      topic: "lxc",
      kind: "choice" as const,
      band: "new" as const,
      mode: "study" as const,
      reviews: 3,
      passed: 3,
      first: 0,
      firstPassed: 0,
      introduced: 3,
      duration: 1000,
    }));
    expect(calendarSentence(calendar(totals, 20_000), effort(totals, 20_000))).toBe(
      "You studied on 3 of the last 152 days, 2 of them this week.",
    );
  });
});
