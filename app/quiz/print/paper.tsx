"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import { paperText } from "#core/text/quiz/paper-text";
import controls from "#ui/controls.module.css";
import { AnswerKey } from "./answer-key";
import { AnswerSheet } from "./answer-sheet";
import styles from "./paper.module.css";
import parts from "./paper-parts.module.css";
import { PaperQuestion } from "./paper-question";
import { type PaperContent, usePaper } from "./use-paper";

/** Questions laid out for paper; the browser's own print dialog does the rest. */
export function Paper({ indexAddress }: { indexAddress: string }) {
  const state = usePaper(indexAddress);
  const text = paperText();
  switch (state.at) {
    case "loading":
      return (
        <Plain title={text.title} busy>
          <p>{text.fetching}</p>
          <noscript>{text.needsJavaScript}</noscript>
        </Plain>
      );
    case "failed":
      return (
        <Plain title={text.failed}>
          <p role="alert">{state.message}</p>
        </Plain>
      );
    case "nothing":
      return (
        <Plain title={text.nothing}>
          <p>{text.nothingWhy}</p>
          <p className={controls.actions}>
            <Link href="/deck" className={controls.button}>
              {text.toDeck}
            </Link>
          </p>
        </Plain>
      );
    case "ready":
      return <Sheets paper={state.paper} />;
  }
}

type PlainProps = { title: string; busy?: boolean; children: ReactNode };

function Plain({ title, busy = false, children }: PlainProps) {
  return (
    <div className={styles.paper} aria-busy={busy}>
      <h1>{title}</h1>
      {children}
    </div>
  );
}

function Sheets({ paper }: { paper: PaperContent }) {
  const [withKey, setWithKey] = useState(true);
  const { questions, topics, quiz } = paper;
  const text = paperText();
  const title = quiz === null ? topics.join() : text.quiz;
  return (
    <div className={styles.paper}>
      <p className={styles.count}>{text.count(questions.length)}</p>
      <h1>{title}</h1>
      {quiz !== null && <p>{topics.join(" · ")}</p>}
      <Controls paper={paper} withKey={withKey} onWithKey={setWithKey} />
      <ol className={`${parts.numbered} ${styles.questions}`} aria-label={text.questions}>
        {questions.map((question) => (
          <PaperQuestion key={question.card.id} question={question} />
        ))}
      </ol>
      <AnswerSheet title={title} questions={questions} />
      {withKey && <AnswerKey title={title} questions={questions} />}
    </div>
  );
}

type ControlsProps = {
  paper: PaperContent;
  withKey: boolean;
  onWithKey: (withKey: boolean) => void;
};

/** On the screen only. */
function Controls({ paper: { topic, quiz }, withKey, onWithKey }: ControlsProps) {
  const text = paperText();
  return (
    <div className={styles.controls}>
      <p>{text.lead}</p>
      <div className={controls.actions}>
        <button type="button" className={controls.strong} onClick={() => window.print()}>
          {text.print}
        </button>
        <label className={styles.withKey}>
          <input
            type="checkbox"
            checked={withKey}
            onChange={(event) => onWithKey(event.target.checked)}
          />
          {text.withKey}
        </label>
        {topic === null ? (
          <Link href={`/quiz?take=${quiz}`} className={controls.quiet} prefetch={false}>
            {text.toQuiz}
          </Link>
        ) : (
          <Link href={`/deck/${topic}`} className={controls.quiet} prefetch={false}>
            {text.toTopic}
          </Link>
        )}
      </div>
    </div>
  );
}
