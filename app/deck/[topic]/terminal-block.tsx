import { terminalStretches } from "#core/content/terminal-lines";
import { terminalText } from "#core/text/grading/terminal-text";
import { Scrolled } from "#ui/scrolled";
import { Highlighted } from "./highlighted";
import styles from "./lesson.module.css";

/** A terminal to look at: what was typed, line by line, and what it showed. */
export function TerminalBlock({ text }: { text: string }) {
  return (
    <Scrolled as="pre" className={styles.terminal} label={terminalText().terminal}>
      {terminalStretches(text).map(({ kind, text: stretch }, place) =>
        kind === "typed" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, from a text that never changes
          <code key={place} className={styles.typed}>
            <span className={styles.prompt} aria-hidden="true">
              ${" "}
            </span>
            <Highlighted text={stretch} language="bash" />
          </code>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <samp key={place} className={styles.shown}>
            {stretch}
          </samp>
        ),
      )}
    </Scrolled>
  );
}
