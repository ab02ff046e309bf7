import type { ReactNode } from "react";
import type { Proof } from "#core/content/proof";
import { terminalText } from "#core/text/grading/terminal-text";
import { Scrolled } from "#ui/scrolled";
import { WholeOptions } from "#ui/whole-options";
import styles from "./terminal.module.css";
import { TerminalProof } from "./terminal-proof";

type Props = { command: ReactNode; output?: string; proof?: Proof; withLater?: boolean };

/** A terminal: what was typed at its prompt, and what it showed then. */
export function Terminal({ command, output = "", proof, withLater = false }: Props) {
  const terminal = (
    <Scrolled as="pre" label={terminalText().terminal} className={styles.terminal}>
      <code className={styles.command}>
        <span className={styles.prompt} aria-hidden="true">
          ${" "}
        </span>
        {typeof command === "string" ? <WholeOptions text={command} /> : command}
      </code>
      {output && <samp className={styles.output}>{output}</samp>}
    </Scrolled>
  );
  if (!proof) return terminal;
  return (
    <div className={styles.known}>
      {terminal}
      <p className={styles.proof}>
        <TerminalProof proof={proof} shown={output} withLater={withLater} />
      </p>
    </div>
  );
}
