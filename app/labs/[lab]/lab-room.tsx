"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { prompt } from "#core/engine/run";
import { engineVersion } from "#core/engine/types";
import { standingOf } from "#core/labs/play";
import type { Lab } from "#core/labs/types";
import { labText } from "#core/text/labs/lab-text";
import controls from "#ui/controls.module.css";
import { Goals } from "./goals";
import { Hints } from "./hints";
import { HostLooks } from "./host-looks";
import styles from "./lab.module.css";
import { LabEnd } from "./lab-end";
import { LabTerminal, type TerminalHandle } from "./lab-terminal";
import { stateOf, useLab } from "./use-lab";

type Idea = { title: string; topic: string };
type Props = {
  /** Null: a host with no goal. */
  lab: Lab | null;
  ideas: Idea[];
  next: { id: string; title: string } | null;
};

/** The terminal, the host, and what the goal still misses. */
export function LabRoom({ lab, ideas, next }: Props) {
  const game = useLab(lab);
  const { play, note } = game;
  const terminal = useRef<TerminalHandle>(null);
  const [said, setSaid] = useState("");
  const text = labText();
  const state = play && stateOf(play);
  const standing = useMemo(() => (lab && state ? standingOf(lab, state) : null), [lab, state]);
  const isReached = standing?.reached ?? false;
  const wasReached = play?.kept.reached ?? false;
  useEffect(() => {
    if (!isReached || wasReached) return;
    note({ reached: true });
    setSaid(labText().goalReached);
  });
  if (play === null || state === null) {
    return (
      <p className={styles.waiting} role="status">
        {text.getsReady}
      </p>
    );
  }
  const undo = () => {
    const last = game.undo();
    const isBack = last === "restored";
    terminal.current?.say(
      last === null ? text.nothingToUndo : text.undone(isBack ? text.reset : last.line.text),
    );
  };
  const reset = () => {
    game.reset();
    terminal.current?.say(text.resetDone);
  };
  const commands = { undo, reset, type: game.type };
  return (
    <>
      {play.kept.engine < engineVersion && <p className={styles.note}>{text.otherEngine}</p>}
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <div className={styles.room}>
        <div className={styles.main}>
          {standing && <Goals standing={standing} onUndo={undo} />}
          <LabTerminal
            ref={terminal}
            state={state}
            start={play.start}
            steps={play.steps}
            prompt={prompt(state)}
            commands={commands}
          />
          <div className={styles.buttons}>
            <button type="button" className={controls.button} onClick={undo}>
              {text.undo}
            </button>
            <button type="button" className={controls.button} onClick={reset}>
              {text.reset}
            </button>
          </div>
          {lab && !isReached && (
            <Hints
              lab={lab}
              state={state}
              onTold={() => note({ hints: play.kept.hints + 1 })}
              onTake={(line) => terminal.current?.put(line)}
            />
          )}
          {lab && isReached && (
            <LabEnd
              lab={lab}
              ideas={ideas}
              next={next}
              lines={play.steps.length}
              hints={play.kept.hints}
            />
          )}
        </div>
        <HostLooks lab={lab} play={play} />
      </div>
    </>
  );
}
