import { labText } from "#core/text/labs/lab-text";
import styles from "./terminal.module.css";

const signs = ["-", "/", "|", ":"] as const;

type Props = { onSign: (sign: string) => void; onTab: () => void; onUp: () => void };

/** Keys that the keyboard of a phone hides or does not have. */
export function PhoneKeys({ onSign, onTab, onUp }: Props) {
  const text = labText();
  return (
    <fieldset className={styles.keys}>
      <legend className="visually-hidden">{text.keys}</legend>
      {signs.map((sign) => (
        <button key={sign} type="button" className={styles.key} onClick={() => onSign(sign)}>
          {sign}
        </button>
      ))}
      <button type="button" className={styles.key} onClick={onTab}>
        {text.tab}
      </button>
      <button type="button" className={styles.key} onClick={onUp}>
        {text.up}
      </button>
    </fieldset>
  );
}
