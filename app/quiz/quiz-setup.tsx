"use client";

import { type FormEvent, useState } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizSummary } from "#core/quiz/quiz-history";
import { quizText } from "#core/text/quiz-text";
import { deviceNow } from "#local/device-time";
import controls from "#ui/controls.module.css";
import { QuizHistory } from "#ui/quiz-history";
import styles from "./quiz.module.css";
import type { QuizWish } from "./use-quiz";

const lengths = [5, 10, 20, 40];

type Props = {
  index: DeckIndex;
  history: QuizSummary[];
  onStart: (wish: QuizWish) => void;
  onOpen: (quiz: string) => void;
};

/** Topics and length, and the quizzes taken before. */
export function QuizSetup({ index, history, onStart, onOpen }: Props) {
  const [topics, setTopics] = useState<readonly string[]>(() => firstChoice(index));
  const [length, setLength] = useState(10);
  const all = topics.length === index.topics.length;
  const toggle = (id: string) =>
    setTopics((now) => (now.includes(id) ? now.filter((t) => t !== id) : [...now, id]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (topics.length > 0) onStart({ topics: [...topics], length });
  };
  const text = quizText();
  return (
    <div className={styles.column}>
      <h1>{text.takeQuiz}</h1>
      <p className={styles.lead}>{text.lead}</p>
      <form onSubmit={submit}>
        <fieldset className={styles.topics}>
          <legend>{text.topics}</legend>
          <label className={styles.all}>
            <input
              type="checkbox"
              checked={all}
              onChange={() => setTopics(all ? [] : index.topics.map((t) => t.id))}
            />
            {text.wholeTalk}
          </label>
          {index.topics.map((topic) => (
            <label key={topic.id} data-section={topic.section}>
              <input
                type="checkbox"
                checked={topics.includes(topic.id)}
                onChange={() => toggle(topic.id)}
              />
              <span className={styles.container} aria-hidden="true" />
              {topic.title}
            </label>
          ))}
        </fieldset>
        <fieldset className={styles.lengths}>
          <legend>{text.questions}</legend>
          {lengths.map((n) => (
            <label key={n}>
              <input
                type="radio"
                name="length"
                checked={length === n}
                onChange={() => setLength(n)}
              />
              <span>{n}</span>
            </label>
          ))}
        </fieldset>
        <div className={controls.actions}>
          <button type="submit" className={controls.strong} disabled={topics.length === 0}>
            {text.start}
          </button>
          {topics.length === 0 && <p className={styles.muted}>{text.noTopic}</p>}
        </div>
      </form>
      <h2 className={styles.heading}>{text.yourQuizzes}</h2>
      <QuizHistory
        history={history}
        topics={index.topics}
        utcOffset={deviceNow().utcOffset}
        onOpen={onOpen}
      />
    </div>
  );
}

/** `?topic=` chooses one topic; else all. */
function firstChoice(index: DeckIndex): string[] {
  const wanted = new URLSearchParams(window.location.search).get("topic");
  const ids = index.topics.map((topic) => topic.id);
  return wanted && ids.includes(wanted) ? [wanted] : ids;
}
