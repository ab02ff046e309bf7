import { terminalStretches } from "#core/content/terminal-lines";
import { terminalText } from "#core/text/terminal-text";
import { Highlighted } from "./highlighted";
import styles from "./lesson.module.css";

/** A terminal to look at: what was typed, line by line, and what it showed. */
export function TerminalBlock({ text }: { text: string }) {
  return (
    // What is shown may be wider than the screen: within the keyboard's reach it can be scrolled.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    // biome-ignore lint/a11y/useSemanticElements: a preformatted text is no set of fields
    <pre className={styles.terminal} role="group" aria-label={terminalText().terminal} tabIndex={0}>
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
    </pre>
  );
}
