import type { Metadata } from "next";
import styles from "./commands.module.css";
import { Playground } from "./playground";

export const metadata: Metadata = { title: "Commands" };

/** A place to try the docker language on: the same page for everyone, no account needed. */
export default function CommandsPage() {
  return (
    <div className={styles.column}>
      <h1>Commands</h1>
      <p className={styles.lead}>
        Type any docker command and see it taken apart: what each part is, what the command does and
        what the engine is asked. Nothing is run.
      </p>
      <Playground />
    </div>
  );
}
