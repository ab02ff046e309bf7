"use client";

import { useState } from "react";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { commandsText } from "#core/text/grading/commands-text";
import { RichText } from "#ui/rich-text";
import { TerminalField } from "#ui/terminal/terminal-field";
import { CommandAnalysis } from "./command-analysis";
import { CommandComparison } from "./command-comparison";
import styles from "./commands.module.css";
import { verdictWords } from "./verdict-words";

const examples = [
  "docker run -d -p 8080:80 --name web nginx",
  "docker run nginx -d -p 8080:80",
] as const;

/** One command taken apart as it is typed, and a second one to compare it with. */
export function Playground() {
  const [first, setFirst] = useState<string>(examples[0]);
  const [second, setSecond] = useState("");
  const [said, setSaid] = useState("");
  const text = commandsText();
  const parsed = parseCommand(first);
  return (
    <>
      <TerminalField
        label={text.command}
        action={text.takeApart}
        initial={first}
        autofocus={false}
        onChange={setFirst}
        onSubmit={() => setSaid(verdictWords(canonicalCommand(parsed)))}
      />
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <CommandAnalysis text={first} parsed={parsed} />
      <h2 className={styles.heading}>{text.compareTitle}</h2>
      <p className={styles.hint}>
        <RichText text={text.compareHint(examples[1])} />
      </p>
      <TerminalField
        label={text.otherCommand}
        action={text.compare}
        autofocus={false}
        onChange={setSecond}
        onSubmit={() => setSaid(text.comparisonDone)}
      />
      {second.trim() !== "" && <CommandComparison first={parsed} second={second} />}
    </>
  );
}
