"use client";

import { useEffect, useRef, useState } from "react";
import type { MarkChoice } from "#core/log/mark-draft";
import { studyDayOf } from "#core/scheduling/study-day";
import type { Marks } from "#core/scheduling/types";
import { markText } from "#core/text/study/mark-text";
import { deviceNow } from "#local/store/device-time";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import type { MarkDialog } from "#ui/marks/mark-dialog";

type Props = {
  marks: Marks;
  shortcuts: boolean;
  onMark: (choice: MarkChoice) => void;
  onSay: (words: string) => void;
};

/** Opens all that may be done with the card on the screen; two acts have keys of their own. */
export function CardMenu({ marks, shortcuts, onMark, onSay }: Props) {
  const text = markText();
  const button = useRef<HTMLButtonElement>(null);
  const [Dialog, setDialog] = useState<typeof MarkDialog | null>(null);
  useEffect(preloadDialog, []);
  const open = async () => {
    try {
      const { MarkDialog } = await loadDialog();
      setDialog(() => MarkDialog);
    } catch {
      onSay(text.notLoaded);
    }
  };
  const close = () => {
    setDialog(null);
    button.current?.focus();
  };
  useKeys(
    {
      s: () => onMark({ type: "suspend", suspended: !marks.suspended }),
      b: () => onMark({ type: "bury" }),
      m: () => void open(),
    },
    shortcuts,
  );
  const { ms, utcOffset } = deviceNow();
  return (
    <>
      <button
        ref={button}
        type="button"
        className={controls.quiet}
        aria-haspopup="dialog"
        aria-label={text.menu}
        onClick={() => void open()}
      >
        {text.card} <Key name="m" />
      </button>
      {Dialog && (
        <Dialog
          title={text.menu}
          marks={marks}
          today={studyDayOf(ms, utcOffset)}
          onMark={onMark}
          onClose={close}
        />
      )}
    </>
  );
}

const loadDialog = () => import("#ui/marks/mark-dialog");

/** A chunk of its own, fetched when there is nothing better to do, so that it is there offline. */
function preloadDialog(): void {
  const load = () => void loadDialog().catch(() => undefined);
  if ("requestIdleCallback" in window) window.requestIdleCallback(load);
  else setTimeout(load, 500);
}
