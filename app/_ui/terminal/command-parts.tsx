import { explainRows, type Notes } from "#core/docker/explain-part";
import { parseCommand } from "#core/docker/parse-command";
import type { Parsed } from "#core/docker/types";
import { terminalText } from "#core/text/grading/terminal-text";
import { WholeOptions } from "#ui/whole-options";
import styles from "./terminal.module.css";

type Props = {
  text: string;
  /** The command as it was read, where that was done before. */
  parsed?: Parsed;
  /** Lines on options beyond the usual ones. */
  notes?: Notes;
};

/** A command taken apart: each part as it was typed, and what it is. */
export function CommandParts({ text, parsed = parseCommand(text), notes }: Props) {
  if (parsed.parts.length === 0) return null;
  return (
    <table className={styles.table}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{terminalText().part}</th>
          <th scope="col">{terminalText().meaning}</th>
        </tr>
      </thead>
      <tbody>
        {explainRows(text, parsed, notes).map((row) => (
          <tr key={row.start}>
            <td>
              <WholeOptions text={row.text} />
            </td>
            <td>{row.says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
