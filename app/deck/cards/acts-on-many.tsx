"use client";

import { useRef, useState } from "react";
import type { Found } from "#core/browse/find-cards";
import { earlierActs, type ManyMarked, markMany, unmarkMany } from "#core/browse/mark-many";
import type { MarkChoice } from "#core/log/mark-draft";
import type { CardState } from "#core/scheduling/types";
import { browseText } from "#core/text/site/browse-text";
import { markText } from "#core/text/study/mark-text";
import { deviceNow } from "#local/store/device-time";
import { appendToLearner } from "#local/store/learner-store";
import { newId } from "#local/store/new-id";
import { syncSoon } from "#local/sync/sync";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import { MarkDialog } from "#ui/marks/mark-dialog";
import styles from "./browse.module.css";

type Props = {
  /** The cards that are chosen. */
  acting: readonly Found[];
  states: ReadonlyMap<string, CardState>;
  today: number;
  shortcuts: boolean;
};

/** What can be done with the chosen cards, all at once, and taken back as it was done. */
export function ActsOnMany({ acting, states, today, shortcuts }: Props) {
  const text = browseText();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState("");
  const [past, setPast] = useState<readonly ManyMarked[]>([]);
  const making = { states, newId, now: deviceNow() };
  const cards = acting.map(({ id }) => id);
  const mark = (choice: MarkChoice) => {
    const made = markMany(cards, choice, making);
    appendToLearner(made.drafts, made.changes);
    syncSoon();
    setPast([...past, made]);
    setSaid(text.done(cards.length, markText().told(choice)));
  };
  const last = past.at(-1);
  const undo = last
    ? () => {
        const { drafts, changes } = unmarkMany(last, making);
        appendToLearner(drafts, changes);
        syncSoon();
        setPast(earlierActs(past.slice(0, -1), changes));
        setSaid(text.takenBack(changes.length));
      }
    : null;
  const open = cards.length > 0 ? () => setOpen(true) : null;
  const act = (choice: MarkChoice) => (cards.length > 0 ? () => mark(choice) : null);
  useKeys(
    {
      ...{ s: act({ type: "suspend", suspended: true }), b: act({ type: "bury" }) },
      ...{ m: open, u: undo, undo },
    },
    shortcuts,
  );
  const [one] = acting;
  return (
    <div className={styles.acts} data-shortcuts={shortcuts ? undefined : "off"}>
      <div className={styles.buttons}>
        <button
          ref={button}
          type="button"
          className={controls.strong}
          aria-haspopup="dialog"
          disabled={open === null}
          onClick={open ?? undefined}
        >
          {text.act(cards.length)} <Key name="m" />
        </button>
        {undo && (
          <button type="button" className={controls.quiet} onClick={undo}>
            {text.undo} <Key name="u" />
          </button>
        )}
      </div>
      <p aria-live="polite" className={styles.said}>
        {said}
      </p>
      {isOpen && (
        <MarkDialog
          title={text.chosen(cards.length)}
          marks={(acting.length === 1 && one?.state?.marks) || {}}
          isOfMany={cards.length > 1}
          today={today}
          onMark={mark}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </div>
  );
}
