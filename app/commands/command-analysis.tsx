import { codeSpan } from "#core/content/inline";
import { canonicalCommand } from "#core/docker/canonical-command";
import { printCommand } from "#core/docker/print-command";
import { describeEffect } from "#core/docker/say/describe-effect";
import { engineRequests } from "#core/docker/say/engine-requests";
import { sayRefused } from "#core/docker/say/refused-words";
import type { Canonical, Parsed, Span } from "#core/docker/types";
import { commandsText } from "#core/text/grading/commands-text";
import { sayRepairs } from "#core/typing/say-repairs";
import { RichText } from "#ui/rich-text";
import { CommandParts } from "#ui/terminal/command-parts";
import { MarkedCommand } from "#ui/terminal/marked-command";
import { Terminal } from "#ui/terminal/terminal";
import styles from "./commands.module.css";
import { verdictWords } from "./verdict-words";

/** What a command is made of, what it does, and what the engine would be asked. */
export function CommandAnalysis({ text, parsed }: { text: string; parsed: Parsed }) {
  const read = canonicalCommand(parsed);
  const says = commandsText();
  return (
    <section aria-label={says.takenApart} className={styles.analysis}>
      {sayRepairs(parsed.repairs, codeSpan).map((sentence) => (
        <p key={sentence} className={styles.hint}>
          <RichText text={sentence} />
        </p>
      ))}
      {read.kind === "canonical" ? (
        <Meaning canonical={read} />
      ) : (
        <Unread text={text} words={verdictWords(read)} span={"span" in read ? read.span : null}>
          {read.kind === "refused" && sayRefused(read).hint}
        </Unread>
      )}
      {parsed.parts.length > 0 && <h2 className={styles.heading}>{says.parts}</h2>}
      <CommandParts text={text} />
      {read.kind === "canonical" && <Inside canonical={read} />}
    </section>
  );
}

type UnreadProps = {
  text: string;
  words: string;
  span: Span | null;
  children: string | false | null;
};

function Unread({ text, words, span, children }: UnreadProps) {
  return (
    <>
      {span && (
        <Terminal
          command={<MarkedCommand text={text} marks={[{ ...span, says: commandsText().here }]} />}
        />
      )}
      <p className={styles.refused}>{words}</p>
      {children && (
        <p>
          <RichText text={children} />
        </p>
      )}
    </>
  );
}

function Meaning({ canonical }: { canonical: Canonical }) {
  return (
    <>
      <h2 className={styles.heading}>{commandsText().meaning}</h2>
      <ul className={styles.list}>
        {describeEffect(canonical).map((sentence) => (
          <li key={sentence}>
            <RichText text={sentence} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The command as the program sees it: its one spelling, its requests, its aspects. */
function Inside({ canonical }: { canonical: Canonical }) {
  const requests = engineRequests(canonical);
  const says = commandsText();
  return (
    <>
      <h2 className={styles.heading}>{says.oneSpelling}</h2>
      <p>
        <code>{printCommand(canonical)}</code>
      </p>
      {requests.length > 0 && (
        <>
          <h2 className={styles.heading}>{says.requests}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{says.request}</th>
                <th scope="col">{says.purpose}</th>
              </tr>
            </thead>
            <tbody>
              {requests.map(({ method, path, why }) => (
                <tr key={`${method} ${path}`}>
                  <td>
                    <code>
                      {method} {path}
                    </code>
                  </td>
                  <td>{why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <h2 className={styles.heading}>{says.compared}</h2>
      <Aspects canonical={canonical} />
    </>
  );
}

function Aspects({ canonical: { action, aspects } }: { canonical: Canonical }) {
  const says = commandsText();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{says.aspect}</th>
          <th scope="col">{says.value}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{says.action}</td>
          <td>{action}</td>
        </tr>
        {aspects.map(({ name, value }) => (
          <tr key={name}>
            <td>{name}</td>
            <td>
              <code>{typeof value === "string" ? value : JSON.stringify(value)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
