import { codeSpan } from "#core/content/inline";
import type { canonicalCommand } from "#core/docker/canonical-command";
import { sayRefused } from "#core/docker/say/refused-words";
import { meantCommand } from "#core/docker/script/suggest";
import { commandsText } from "#core/text/grading/commands-text";
import controls from "#ui/controls.module.css";
import { RichText } from "#ui/rich-text";
import { MarkedCommand } from "#ui/terminal/marked-command";
import { Terminal } from "#ui/terminal/terminal";
import styles from "./commands.module.css";
import { verdictWords } from "./verdict-words";

type Read = Exclude<ReturnType<typeof canonicalCommand>, { kind: "canonical" }>;
type Props = { text: string; read: Read; takeOf: TakeOf };

/** What takes a command as it was meant; null where its place in what was pasted is not known. */
export type TakeOf = (meant: string) => (() => void) | null;

/** Why a command could not be read, where, and what it probably was. */
export function UnreadCommand({ text, read, takeOf }: Props) {
  const says = commandsText();
  if (read.kind === "empty") return <p className={styles.refused}>{verdictWords(read)}</p>;
  const [, plugin] =
    /^docker (\S+) is a plug-in/.exec(read.kind === "unmodelled" ? read.why : "") ?? [];
  if (plugin !== undefined) return <Plugin name={plugin} />;
  const meant = meantCommand(text, read);
  const take = meant === null ? null : takeOf(meant);
  const hint = read.kind === "refused" ? sayRefused(read).hint : null;
  return (
    <>
      <Terminal
        command={<MarkedCommand text={text} marks={[{ ...read.span, says: says.here }]} />}
      />
      <p className={styles.refused}>
        {dependsOnInput(text, read) ? says.depends(verdictWords(read)) : verdictWords(read)}
      </p>
      {meant ? (
        <p className={styles.meant}>
          <span>
            <RichText text={says.didYouMean(codeSpan(meant))} />
          </span>
          {take && (
            <button type="button" className={controls.quiet} onClick={take}>
              {says.take}
            </button>
          )}
        </p>
      ) : (
        hint !== null && (
          <p>
            <RichText text={hint} />
          </p>
        )
      )}
    </>
  );
}

/** Refused for what xargs would still have to give. */
const dependsOnInput = (text: string, { span }: Extract<Read, { span: unknown }>) =>
  /\{\}/.test(text.slice(span.start, span.end));

function Plugin({ name }: { name: string }) {
  const says = commandsText();
  const does = says.pluginDoes(name);
  return (
    <p className={styles.verdict}>
      <RichText text={does === null ? says.otherPlugin(name) : says.plugin(name, does)} />
    </p>
  );
}
