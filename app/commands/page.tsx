import type { Metadata } from "next";
import { commandsText } from "#core/text/grading/commands-text";
import styles from "./commands.module.css";
import { Playground } from "./playground";

export const metadata: Metadata = { title: commandsText().title };

/** A place to try the docker language on: the same page for everyone, no account needed. */
export default function CommandsPage() {
  const text = commandsText();
  return (
    <div className={styles.column}>
      <h1>{text.title}</h1>
      <p className={styles.lead}>{text.lead}</p>
      <Playground />
    </div>
  );
}
