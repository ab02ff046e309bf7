import type { ReactNode } from "react";
import { keyText } from "#core/text/study/key-text";
import { studyText } from "#core/text/study/study-text";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/keys/key";

type Props = {
  /** Null when there is nothing to take back. */
  onUndo: (() => void) | null;
  /** What undo takes back, in words. */
  undoWords: string;
  onKeys: () => void;
  /** The menu of the card. */
  menu: ReactNode;
};

/** What is at hand beside the way on: to take the last step back, the card's menu, and all keys. */
export function SideButtons({ onUndo, undoWords, onKeys, menu }: Props) {
  const text = studyText();
  return (
    <>
      {onUndo && (
        <button type="button" className={controls.quiet} aria-label={undoWords} onClick={onUndo}>
          {text.undo} <Key name="u" />
        </button>
      )}
      {menu}
      <button type="button" className={controls.quietByKeys} onClick={onKeys}>
        {keyText().title} <Key name="?" />
      </button>
    </>
  );
}
