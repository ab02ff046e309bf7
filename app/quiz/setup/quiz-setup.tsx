"use client";

import { type FormEvent, useEffect, useMemo, useState } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { buildQuiz } from "#core/quiz/build/build-quiz";
import type { QuizSummary } from "#core/quiz/history/quiz-history";
import { momentOf } from "#core/scheduling/study-day";
import { quizSetupText } from "#core/text/quiz/quiz-setup-text";
import { deviceNow } from "#local/store/device-time";
import { useLearner } from "#local/store/use-learner";
import { watchStudyDay } from "#local/store/use-study-day";
import styles from "#quiz/quiz.module.css";
import { BottomBar } from "#ui/bar/bottom-bar";
import controls from "#ui/controls.module.css";
import { QuizHistory } from "#ui/history/quiz-history";
import { MatterFields } from "./matter-fields";
import { OfferedCheck } from "./offered-check";
import { OpenQuizzes } from "./open-quizzes";
import { firstWish, matterOf, type SetupWish, unknownAsked } from "./setup-wish";
import { StyleFields } from "./style-fields";

type Props = {
  index: DeckIndex;
  history: QuizSummary[];
  onStart: (plan: QuizPlan) => void;
  onOpen: (quiz: string) => void;
};

/** What a quiz is to be about, how it is to be taken, and the quizzes taken before. */
export function QuizSetup({ index, history, onStart, onOpen }: Props) {
  const [wish, setWish] = useState<SetupWish>(() => firstWish(index, window.location.search));
  const [unknown] = useState(() => unknownAsked(index, window.location.search));
  const [seed] = useState(newSeed);
  const learner = useLearner();
  const states = learner?.states;
  const extraTime = learner?.settings.extraTime ?? 0;
  const [at, setAt] = useState(() => momentOf(deviceNow()));
  useEffect(() => watchStudyDay(() => setAt(momentOf(deviceNow()))), []);
  const plan = useMemo(() => {
    const { style, length, asksConfidence } = wish;
    const matter = matterOf(wish, at);
    const known = states ?? new Map();
    const options = { style, length, asksConfidence, seed, extraTime, states: known };
    return buildQuiz({ index, matter, ...options });
  }, [index, wish, seed, states, extraTime, at]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (plan.questions.length > 0) onStart(plan);
  };
  const text = quizSetupText();
  const change = (some: Partial<SetupWish>) => setWish((now) => ({ ...now, ...some }));
  return (
    <div className={styles.column}>
      <h1>{text.takeQuiz}</h1>
      <p className={styles.lead}>{text.lead}</p>
      {unknown !== null && <p role="status">{text.unknown(unknown)}</p>}
      <OpenQuizzes history={history} topics={index.topics} onOpen={onOpen} />
      <OfferedCheck index={index} onStart={onStart} />
      <form onSubmit={submit}>
        <MatterFields index={index} wish={wish} onChange={change} />
        <StyleFields wish={wish} onChange={change} />
        <PlanWords plan={plan} wish={wish} extraTime={extraTime} />
        <BottomBar
          side={
            <p role="status">{plan.questions.length > 0 ? planSummary(plan) : emptyWords(wish)}</p>
          }
        >
          <button type="submit" className={controls.strong} disabled={plan.questions.length === 0}>
            {text.start}
          </button>
        </BottomBar>
      </form>
      <h2 className={styles.heading}>{text.yourQuizzes}</h2>
      <QuizHistory
        history={history.filter(({ finishedAt }) => finishedAt !== null)}
        topics={index.topics}
        utcOffset={deviceNow().utcOffset}
        onOpen={onOpen}
      />
    </div>
  );
}

/** "Exam, 10 questions, 12 minutes". */
function planSummary({ style = "practice", questions, limit }: QuizPlan): string {
  const text = quizSetupText();
  const minutes = limit === undefined ? null : Math.round(limit / 60_000);
  return text.summary(text.styles[style].name, questions.length, minutes);
}

type WordsProps = { plan: QuizPlan; wish: SetupWish; extraTime: number };

/** What comes of the wish beyond its length. */
function PlanWords({ plan, wish, extraTime }: WordsProps) {
  const { questions, limit } = plan;
  const text = quizSetupText();
  if (questions.length === 0) return null;
  return (
    <div className={styles.muted}>
      {questions.length < wish.length && <p>{text.fewer(questions.length)}</p>}
      {limit !== undefined && (
        <p>
          {text.time(Math.round(limit / 60_000))}
          {extraTime > 0 && ` ${text.extraTime(extraTime)}`} {text.onTrust}
        </p>
      )}
    </div>
  );
}

function emptyWords({ by, topics, style }: SetupWish): string {
  const text = quizSetupText();
  if (by === "topics" && topics.length === 0) return text.noTopic;
  if (by === "weakest") return text.nothingWeak;
  return style === "placement" ? text.nothingNew : text.noQuestion;
}

function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
}
