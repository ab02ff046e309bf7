import { canonicalCommand } from "#core/docker/canonical-command";
import { allFlagNotes } from "#core/docker/script/all-flag-notes";
import { describeUnknown } from "#core/docker/script/unknown-values";
import type { Canonical, Parsed } from "#core/docker/types";
import { commandsText } from "#core/text/grading/commands-text";
import { RichText } from "#ui/rich-text";
import { CommandParts } from "#ui/terminal/command-parts";
import { CommandInside } from "./command-inside";
import styles from "./commands.module.css";
import { Subheading } from "./subheading";
import { type TakeOf, UnreadCommand } from "./unread-command";

type Props = {
  text: string;
  parsed: Parsed;
  /** Whether it is one of several, each under a heading of its own. */
  nested: boolean;
  takeOf: TakeOf;
};

/** What a command is made of, what it does, and what the engine would be asked. */
export function CommandAnalysis({ text, parsed, nested, takeOf }: Props) {
  const read = canonicalCommand(parsed);
  const says = commandsText();
  return (
    <>
      {read.kind === "canonical" ? (
        <Meaning canonical={read} nested={nested} />
      ) : (
        <UnreadCommand text={text} read={read} takeOf={takeOf} />
      )}
      {parsed.parts.length > 0 && <Subheading nested={nested}>{says.parts}</Subheading>}
      <CommandParts text={text} parsed={parsed} notes={allFlagNotes} />
      {read.kind === "canonical" && <CommandInside canonical={read} text={text} nested={nested} />}
    </>
  );
}

function Meaning({ canonical, nested }: { canonical: Canonical; nested: boolean }) {
  return (
    <>
      <Subheading nested={nested}>{commandsText().meaning}</Subheading>
      <ul className={styles.list}>
        {describeUnknown(canonical).map((sentence) => (
          <li key={sentence}>
            <RichText text={sentence} />
          </li>
        ))}
      </ul>
    </>
  );
}
