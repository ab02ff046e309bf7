import { keyText } from "#core/text/study/key-text";
import { studyText } from "#core/text/study/study-text";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/keys/key";

type Props = {
  /** Null when there is nothing to take back. */
  onUndo: (() => void) | null;
  onKeys: () => void;
};

/** What is at hand beside the way on: to take the last rating back, and the list of all keys. */
export function SideButtons({ onUndo, onKeys }: Props) {
  const text = studyText();
  return (
    <>
      {onUndo && (
        <button
          type="button"
          className={controls.quiet}
          aria-label={text.undoRating}
          onClick={onUndo}
        >
          {text.undo} <Key name="u" />
        </button>
      )}
      <button type="button" className={controls.quietByKeys} onClick={onKeys}>
        {keyText().title} <Key name="?" />
      </button>
    </>
  );
}
