import { talkText } from "#core/text/site/talk-text";
import styles from "./talk-note.module.css";

/** Whose slides are cited on the page: the talk by its name, its speaker, event and address. */
export function TalkNote() {
  const { slidesOf, title, by, address } = talkText();
  return (
    <p className={styles.note}>
      {slidesOf}{" "}
      <a href={address} target="_blank" rel="noreferrer">
        <cite>{title}</cite>
      </a>
      {by}
    </p>
  );
}
