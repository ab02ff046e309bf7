import type { ReactNode } from "react";
import { terminalText } from "#core/text/grading/terminal-text";
import styles from "./terminal.module.css";

type Props = { command: ReactNode; output?: string };

/** A terminal: what was typed at its prompt, and what it showed then. */
export function Terminal({ command, output }: Props) {
  return (
    // The output may be wider than the screen: within the keyboard's reach it can be scrolled.
    <pre className={styles.terminal} {...(output ? scrolled() : {})}>
      <code className={styles.command}>
        <span className={styles.prompt} aria-hidden="true">
          ${" "}
        </span>
        {command}
      </code>
      {output && <samp className={styles.output}>{output}</samp>}
    </pre>
  );
}

function scrolled() {
  return { tabIndex: 0, role: "group", "aria-label": terminalText().terminal };
}
