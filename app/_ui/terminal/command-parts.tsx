import { explainPart } from "#core/docker/explain-part";
import { parseCommand } from "#core/docker/parse-command";
import { terminalText } from "#core/text/grading/terminal-text";
import styles from "./terminal.module.css";

/** A command taken apart: each part as it was typed, and what it is. */
export function CommandParts({ text }: { text: string }) {
  const parsed = parseCommand(text);
  const verb = parsed.kind === "command" ? parsed.verb : "";
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
        {parsed.parts.map((part) => (
          <tr key={`${part.start} ${part.role}`}>
            <td>{text.slice(part.start, part.end)}</td>
            <td>{explainPart(part, verb)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
