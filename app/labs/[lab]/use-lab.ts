"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { usesYaml } from "#core/engine/run";
import { engineVersion, type State } from "#core/engine/types";
import { playLine, playLines, type Step, seedOf, startLab } from "#core/labs/play";
import type { Lab, PlayedLab, TypedLine } from "#core/labs/types";
import { keepLab, keptLab } from "#local/browser/kept-labs";
import { ownerKey, readOwner } from "#local/store/owner";

/** A lab that is being played: where it began, and each line with what it did. */
export type LabPlay = { kept: PlayedLab; start: State; steps: Step[] };

/** What a line of a Compose file or of a rare command needs is loaded before it is played. */
async function loadFor(lines: readonly string[]): Promise<void> {
  await Promise.all([
    import("#core/docker/whole"),
    lines.some(usesYaml) ? import("#core/engine/compose/read-yaml") : null,
  ]);
}

const freshLab = (lab: string): PlayedLab => ({
  lab,
  seed: seedOf(lab),
  engine: engineVersion,
  began: Date.now(),
  lines: [],
  hints: 0,
  reached: false,
});

function begin(kept: PlayedLab, prepared: readonly string[]): LabPlay {
  const { state } = startLab({ seed: kept.seed, at: kept.began, prepared });
  return { kept, start: state, steps: playLines(state, kept.lines) };
}

/** The state in which a lab stands. */
export const stateOf = ({ start, steps }: LabPlay): State => steps.at(-1)?.state ?? start;

/** Plays a lab, and keeps it in the browser after each line; null until it is ready. */
export function useLab(lab: Lab | null) {
  const id = lab?.id ?? "free";
  const [play, setPlay] = useState<LabPlay | null>(null);
  /** The lines before the lab was started over: undo brings them back. */
  const dropped = useRef<readonly TypedLine[]>([]);
  const latest = useRef<LabPlay | null>(null);

  const take = useCallback((next: LabPlay) => {
    latest.current = next;
    keepLab(ownerKey(readOwner()), next.kept);
    setPlay(next);
  }, []);

  useEffect(() => {
    let isHere = true;
    const kept = keptLab(ownerKey(readOwner()), id) ?? freshLab(id);
    const prepared = lab?.prepared ?? [];
    void loadFor([...prepared, ...kept.lines.map(({ text }) => text)]).then(() => {
      if (isHere) take(begin(kept, prepared));
    });
    return () => {
      isHere = false;
    };
  }, [id, lab, take]);

  const withLines = (from: LabPlay, steps: Step[]) =>
    take({ ...from, steps, kept: { ...from.kept, lines: steps.map(({ line }) => line) } });

  return {
    play,
    /** Plays a line; nothing before the lab is ready. */
    async type(text: string): Promise<Step | null> {
      await loadFor([text]);
      const from = latest.current;
      if (from === null) return null;
      const step = playLine(stateOf(from), { text, at: Date.now() });
      dropped.current = [];
      withLines(from, [...from.steps, step]);
      return step;
    },
    /** Takes the last line back, or brings back what starting over has dropped. */
    undo(): Step | "restored" | null {
      const from = latest.current;
      const last = from?.steps.at(-1);
      if (from && last) {
        withLines(from, from.steps.slice(0, -1));
        return last;
      }
      if (from === null || dropped.current.length === 0) return null;
      withLines(from, playLines(from.start, dropped.current));
      dropped.current = [];
      return "restored";
    },
    reset() {
      const from = latest.current;
      if (from === null) return;
      dropped.current = from.steps.map(({ line }) => line);
      withLines(from, []);
    },
    /** Notes that one more step of a hint was told, or that the goal was reached. */
    note(change: Partial<Pick<PlayedLab, "hints" | "reached">>) {
      const from = latest.current;
      if (from) take({ ...from, kept: { ...from.kept, ...change } });
    },
  };
}
