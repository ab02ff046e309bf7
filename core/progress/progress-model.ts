import type { DeckIndex } from "#core/content/types";
import type { DailyTotal } from "#core/log/totals";
import type { Entry, Review } from "#core/log/types";
import { type QuizSummary, quizHistory } from "#core/quiz/history/quiz-history";
import { readQuizzes } from "#core/quiz/history/read-quizzes";
import type { CardState, Moment, Settings } from "#core/scheduling/types";
import { type Calendar, calendar } from "./calendar";
import { type Calibration, calibration } from "./calibration";
import { type Effort, effort } from "./effort";
import { type Forecast, forecast } from "./forecast";
import { recallByTopic, type TalkRecall } from "./recall-by-topic";
import { type TrueRetention, trueRetention } from "./true-retention";

/** All that a progress page draws. */
export type ProgressModel = {
  recall: TalkRecall;
  forecast: Forecast;
  calendar: Calendar;
  retention: TrueRetention;
  effort: Effort;
  quizzes: QuizSummary[];
  /** Earlier ones, of which nothing is told here. */
  quizzesLeftOut: number;
  /** From the answers of these quizzes. */
  calibration: Calibration;
  /** Of the learner's zone at that moment, minutes east of UTC: dates are theirs. */
  utcOffset: number;
};

/** `entries` are those of quizzes; others may stand among them. */
export type ProgressInput = {
  index: DeckIndex;
  states: ReadonlyMap<string, CardState>;
  totals: readonly DailyTotal[];
  entries: readonly Entry[];
  settings: Pick<Settings, "desiredRetention">;
  at: Moment;
};

/** Where a learner stands, the same from the server's tables and from a guest's own log. */
export function progressModel(input: ProgressInput): ProgressModel {
  const { index, states, totals, entries, settings, at } = input;
  const today = at.studyDay;
  return {
    recall: recallByTopic(index, states, at),
    forecast: forecast({ index, states, today }),
    calendar: calendar(totals, today),
    retention: trueRetention(totals, settings.desiredRetention),
    effort: effort(totals, today),
    quizzes: quizHistory(entries, index),
    quizzesLeftOut: 0,
    calibration: calibration(quizAnswers(entries)),
    utcOffset: at.utcOffset,
  };
}

/** What was answered in quizzes and not taken back, the earliest first. */
function quizAnswers(entries: readonly Entry[]): Review[] {
  const counted = readQuizzes(entries).filter((record) => !record.takenBack);
  const answers = counted.flatMap((record) => record.answers);
  return answers.filter((answer) => answer !== null).sort((one, other) => one.at - other.at);
}
