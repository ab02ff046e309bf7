"use client";

import { lazy, Suspense, useId, useRef, useState } from "react";
import { plainText } from "#core/content/inline";
import type { StudyIndex } from "#core/content/types";
import type { MarkChoice } from "#core/log/mark-draft";
import { momentOf } from "#core/scheduling/study-day";
import type { Session } from "#core/session/session";
import { simplerSibling } from "#core/session/simpler-sibling";
import { clinicText } from "#core/text/study/clinic-text";
import { markText } from "#core/text/study/mark-text";
import { findCard } from "#local/deck/deck-store";
import { deviceNow } from "#local/store/device-time";
import { slideAnchor } from "#ui/card/slide-words";
import controls from "#ui/controls.module.css";
import { RichText } from "#ui/rich-text";
import styles from "./clinic.module.css";

const MarkDialog = lazy(() =>
  import("#ui/marks/mark-dialog").then(({ MarkDialog }) => ({ default: MarkDialog })),
);

type Mark = (card: string, choice: MarkChoice, told?: string) => void;

type Props = { index: StudyIndex; session: Session; onMark: Mark };

/** The cards that became leeches in this session, each with what mends it, and at last a way out. */
export function LeechClinic({ index, session, onMark }: Props) {
  const id = useId();
  const text = clinicText();
  const cards = [...new Set(session.done.flatMap((done) => (done.leech ? [done.card] : [])))];
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.clinic}>
      <h2 id={id}>{text.title}</h2>
      <p>{text.lead}</p>
      {cards.map((card) => (
        <Leech key={card} {...{ card, index, session, onMark }} />
      ))}
    </section>
  );
}

function Leech({ card: name, index, session, onMark }: Props & { card: string }) {
  const text = clinicText();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const topic = index.cards.find(({ id }) => id === name)?.topic ?? "";
  const found = findCard(topic, name);
  if (!found) return null;
  const { card, concept } = found;
  const state = session.states.get(name);
  const sibling = simplerSibling(name, index.cards, session.states);
  const simpler = sibling && findCard(sibling.topic, sibling.id)?.card;
  const { studyDay } = momentOf(deviceNow());
  return (
    <div className={styles.leech}>
      <h3>
        <RichText text={card.front} />
      </h3>
      {state && state.phase !== "new" && <p>{text.lapses(state.lapses)}</p>}
      <details>
        <summary>{text.idea}</summary>
        <h4>{concept.title}</h4>
        <p>
          {text.atTheTalk}: <RichText text={concept.then} />
        </p>
        <p>
          {text.today}: <RichText text={concept.now.text} />
        </p>
        <a
          href={`/deck/${topic}#${slideAnchor(Math.min(...card.slides))}`}
          target="_blank"
          rel="noreferrer"
        >
          {text.lesson}
        </a>
      </details>
      <div className={controls.actions}>
        {simpler && (
          <button
            type="button"
            className={controls.button}
            onClick={() =>
              onMark(simpler.id, { type: "set-date", dueDay: studyDay }, text.siblingTold)
            }
          >
            {text.sibling(plainText(simpler.front))}
          </button>
        )}
        <button
          ref={button}
          type="button"
          className={controls.button}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          {text.note}
        </button>
        <button
          type="button"
          className={controls.quiet}
          onClick={() => onMark(name, { type: "suspend", suspended: true })}
        >
          {text.suspend}
        </button>
      </div>
      {isOpen && (
        <Suspense>
          <MarkDialog
            title={markText().menu}
            marks={state?.marks ?? {}}
            today={studyDay}
            onMark={(choice) => onMark(name, choice)}
            onClose={() => {
              setOpen(false);
              button.current?.focus();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
