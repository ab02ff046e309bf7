"use client";

import { useState } from "react";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { TerminalField } from "#ui/terminal-field";
import { CommandAnalysis } from "./command-analysis";
import { CommandComparison } from "./command-comparison";
import styles from "./commands.module.css";
import { verdictWords } from "./verdict-words";

const examples = ["docker run -d -p 8080:80 --name web nginx", "docker run nginx -d -p 8080:80"];

/** One command taken apart as it is typed, and a second one to compare it with. */
export function Playground() {
  const [first, setFirst] = useState(examples[0] ?? "");
  const [second, setSecond] = useState("");
  const [said, setSaid] = useState("");
  const parsed = parseCommand(first);
  return (
    <>
      <TerminalField
        label="A command"
        action="Take it apart"
        initial={first}
        autofocus={false}
        onChange={setFirst}
        onSubmit={() => setSaid(verdictWords(canonicalCommand(parsed)))}
      />
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <CommandAnalysis text={first} parsed={parsed} />
      <h2 className={styles.heading}>Compare with another</h2>
      <p className={styles.hint}>
        Two commands are the same when they ask the same of the engine, however they are typed. Try{" "}
        <code>{examples[1]}</code>.
      </p>
      <TerminalField
        label="Another command"
        action="Compare"
        autofocus={false}
        onChange={setSecond}
        onSubmit={() => setSaid("Compared.")}
      />
      {second.trim() !== "" && <CommandComparison first={parsed} second={second} />}
    </>
  );
}
