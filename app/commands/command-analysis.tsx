import { canonicalCommand } from "#core/docker/canonical-command";
import { printCommand } from "#core/docker/print-command";
import { describeEffect } from "#core/docker/say/describe-effect";
import { engineRequests } from "#core/docker/say/engine-requests";
import { sayRefused } from "#core/docker/say/refused-words";
import type { Canonical, Parsed, Span } from "#core/docker/types";
import { CommandParts } from "#ui/command-parts";
import { MarkedCommand } from "#ui/marked-command";
import { RichText } from "#ui/rich-text";
import { Terminal } from "#ui/terminal";
import styles from "./commands.module.css";
import { verdictWords } from "./verdict-words";

/** What a command is made of, what it does, and what the engine would be asked. */
export function CommandAnalysis({ text, parsed }: { text: string; parsed: Parsed }) {
  const read = canonicalCommand(parsed);
  return (
    <section aria-label="Taken apart" className={styles.analysis}>
      {parsed.repairs.length > 0 && (
        <p className={styles.hint}>
          Read {parsed.repairs.map(({ found, read: as }) => `${found} as ${as}`).join(", ")}.
        </p>
      )}
      {read.kind === "canonical" ? (
        <Meaning canonical={read} />
      ) : (
        <Unread text={text} words={verdictWords(read)} span={"span" in read ? read.span : null}>
          {read.kind === "refused" && sayRefused(read).hint}
        </Unread>
      )}
      {parsed.parts.length > 0 && <h2 className={styles.heading}>Part by part</h2>}
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
        <Terminal command={<MarkedCommand text={text} marks={[{ ...span, says: "here" }]} />} />
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
      <h2 className={styles.heading}>What it does</h2>
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
  return (
    <>
      <h2 className={styles.heading}>In one spelling</h2>
      <p>
        <code>{printCommand(canonical)}</code>
      </p>
      {requests.length > 0 && (
        <>
          <h2 className={styles.heading}>What the engine is asked</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">Request</th>
                <th scope="col">To</th>
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
      <h2 className={styles.heading}>What counts when it is compared</h2>
      <Aspects canonical={canonical} />
    </>
  );
}

function Aspects({ canonical: { action, aspects } }: { canonical: Canonical }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Aspect</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>action</td>
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
