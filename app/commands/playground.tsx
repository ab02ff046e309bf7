"use client";

import { useEffect, useRef, useState } from "react";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { readScript, type Script } from "#core/docker/script/read-script";
import { commandsText } from "#core/text/grading/commands-text";
import { RichText } from "#ui/rich-text";
import { TerminalField } from "#ui/terminal/terminal-field";
import { CommandComparison } from "./command-comparison";
import styles from "./commands.module.css";
import { ScriptAnalysis } from "./script-analysis";
import { verdictWords } from "./verdict-words";

const examples = [
  "docker run -d -p 8080:80 --name web nginx",
  "docker run nginx -d -p 8080:80",
] as const;

/** More is no line or two that a page tells to copy. */
const longestPaste = 4_000;

/** What is typed or pasted, taken apart at once, and a second command beside it to compare with. */
export function Playground() {
  const [first, setFirst] = useState<string>(examples[0]);
  const [second, setSecond] = useState("");
  const [said, setSaid] = useState("");
  const [taken, setTaken] = useState(0);
  const field = useFocusAfter(taken);
  const text = commandsText();
  const script = readScript(first);
  const parsed = firstCommand(script);
  const take = (next: string, meant: string) => {
    setFirst(next);
    setTaken(taken + 1);
    setSaid(text.taken(meant));
  };
  return (
    <>
      <div className={styles.fields}>
        <div ref={field}>
          <TerminalField
            key={taken}
            label={text.command}
            action={text.takeApart}
            initial={first}
            autofocus={false}
            longest={longestPaste}
            onChange={setFirst}
            onSubmit={() => setSaid(verdictWords(canonicalCommand(parsed)))}
          />
        </div>
        <div>
          <TerminalField
            label={text.otherCommand}
            action={text.compare}
            autofocus={false}
            onChange={setSecond}
            onSubmit={() => setSaid(text.comparisonDone)}
          />
        </div>
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {second.trim() === "" ? (
        <p className={styles.hint}>
          <RichText text={text.compareHint(examples[1])} />
        </p>
      ) : (
        <section aria-label={text.compareTitle} className={styles.comparison}>
          <CommandComparison first={parsed} second={second} />
        </section>
      )}
      <ScriptAnalysis pasted={first} script={script} onTake={take} />
    </>
  );
}

/** The field keeps the focus when what was meant has been taken into it. */
function useFocusAfter(taken: number) {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (taken > 0) field.current?.querySelector("textarea")?.focus();
  }, [taken]);
  return field;
}

const nothing = parseCommand("");

/** What is compared: of a script its first command. */
function firstCommand({ pieces }: Script) {
  const found = pieces.find((piece) => piece.kind === "command");
  return found?.kind === "command" ? found.parsed : nothing;
}
