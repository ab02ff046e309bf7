import { RichText } from "#ui/rich-text";
import styles from "./answers.module.css";

/** Why a row is as it is, where there is something to say. */
export function Why({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <p className={styles.why}>
      <RichText text={text} />
    </p>
  );
}
