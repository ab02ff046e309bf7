"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { MarkChoice } from "#core/log/mark-draft";
import { type Flag, flags, longestNote } from "#core/log/types";
import { msPerDay } from "#core/scheduling/study-day";
import type { Marks } from "#core/scheduling/types";
import { markText } from "#core/text/study/mark-text";
import controls from "#ui/controls.module.css";
import styles from "./marks.module.css";

export type MarkDialogProps = {
  title: string;
  /** Of the card; of many none. */
  marks: Marks;
  /** It acts on many cards, each of which may be suspended or not: what is on one of them says nothing. */
  isOfMany?: boolean;
  /** The study day it is. */
  today: number;
  onMark: (choice: MarkChoice) => void;
  onClose: () => void;
};

/** All that may be done with a card; open as long as it stands on the page. Each act closes it. */
export function MarkDialog(props: MarkDialogProps) {
  const { title, marks, isOfMany = false, today, onMark, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const text = markText();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const mark = (choice: MarkChoice) => {
    dialog.current?.close();
    onMark(choice);
  };
  const suspends = isOfMany ? [true, false] : [!marks.suspended];
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}-t`} onClose={onClose}>
      <h2 id={`${id}-t`}>{title}</h2>
      <div className={controls.actions}>
        {suspends.map((suspended) => (
          <Act
            key={`${suspended}`}
            words={suspended ? text.suspend : text.unsuspend}
            hint={suspended ? text.suspendHint : undefined}
          >
            {() => mark({ type: "suspend", suspended })}
          </Act>
        ))}
        <Act words={text.bury}>{() => mark({ type: "bury" })}</Act>
        <Act words={text.reset} hint={text.resetHint}>
          {() => mark({ type: "reset" })}
        </Act>
      </div>
      <FlagChoice
        chosen={isOfMany ? undefined : (marks.flag ?? null)}
        onChoose={(flag) => mark({ type: "flag", flag })}
      />
      <DayForm id={id} today={today} onSet={(dueDay) => mark({ type: "set-date", dueDay })} />
      {!isOfMany && (
        <NoteForm
          id={id}
          note={marks.note ?? ""}
          onKeep={(note) => mark({ type: "note", text: note })}
        />
      )}
      <div className={controls.actions}>
        <button type="button" className={controls.button} onClick={() => dialog.current?.close()}>
          {text.close}
        </button>
      </div>
    </dialog>
  );
}

type ActProps = { words: string; hint?: string | undefined; children: () => void };

function Act({ words, hint, children: act }: ActProps) {
  return (
    <button type="button" className={controls.button} title={hint} onClick={act}>
      {words}
    </button>
  );
}

/** `chosen`: null for none; undefined where nobody can say. */
type FlagProps = { chosen: Flag | null | undefined; onChoose: (flag: Flag | null) => void };

/** Buttons, not options: a choice acts at once, and arrows would make one at each step. */
function FlagChoice({ chosen, onChoose }: FlagProps) {
  const text = markText();
  const all: (Flag | null)[] = [null, ...flags];
  return (
    <fieldset className={styles.flags}>
      <legend>{text.flag}</legend>
      {all.map((flag) => (
        <button
          key={flag ?? "none"}
          type="button"
          className={controls.button}
          aria-pressed={chosen === flag}
          onClick={() => onChoose(flag)}
        >
          {flag && <span className={styles.colour} data-flag={flag} aria-hidden="true" />}
          {flag ? text.flags[flag] : text.noFlag}
        </button>
      ))}
    </fieldset>
  );
}

const dateOf = (studyDay: number) => new Date(studyDay * msPerDay).toISOString().slice(0, 10);

type DayProps = { id: string; today: number; onSet: (studyDay: number) => void };

function DayForm({ id, today, onSet }: DayProps) {
  const text = markText();
  const [date, setDate] = useState(dateOf(today + 1));
  const [isOdd, setIsOdd] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = Date.parse(date) / msPerDay;
    if (Number.isInteger(day) && day >= today) return onSet(day);
    setIsOdd(true);
  };
  return (
    <form className={styles.day} onSubmit={submit} noValidate>
      <div className={controls.field}>
        <label htmlFor={`${id}-d`}>{text.day}</label>
        <input
          id={`${id}-d`}
          type="date"
          className={controls.input}
          min={dateOf(today)}
          value={date}
          aria-invalid={isOdd || undefined}
          aria-describedby={isOdd ? `${id}-o` : undefined}
          onChange={(event) => setDate(event.target.value)}
        />
        {isOdd && (
          <p id={`${id}-o`} className={controls.error} role="alert">
            {text.noDay}
          </p>
        )}
      </div>
      <button type="submit" className={controls.button}>
        {text.setDay}
      </button>
    </form>
  );
}

type NoteProps = { id: string; note: string; onKeep: (text: string) => void };

function NoteForm({ id, note, onKeep }: NoteProps) {
  const text = markText();
  const [words, setWords] = useState(note);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onKeep(words.trim());
  };
  return (
    <form onSubmit={submit}>
      <div className={controls.field}>
        <label htmlFor={`${id}-n`}>{text.note}</label>
        <textarea
          id={`${id}-n`}
          className={controls.input}
          rows={4}
          maxLength={longestNote}
          value={words}
          aria-describedby={`${id}-h`}
          onChange={(event) => setWords(event.target.value)}
        />
        <p id={`${id}-h`} className={controls.hint}>
          {text.noteHint}
        </p>
      </div>
      <button type="submit" className={controls.button}>
        {text.keepNote}
      </button>
    </form>
  );
}
