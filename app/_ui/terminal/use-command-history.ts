"use client";

import { useRef } from "react";

/** Commands run on this page since it was loaded, the latest last; shared by all prompts. */
const commands: string[] = [];
/** As many as anyone goes back through by arrow keys. */
const kept = 100;

/** The commands run before, as a shell brings them back; each prompt has its own place in them. */
export function useCommandHistory() {
  /** How far back the prompt is, and what was being typed before it went there. */
  const at = useRef({ steps: 0, draft: "" });
  return {
    add(command: string) {
      at.current = { steps: 0, draft: "" };
      if (command.trim() === "" || commands.at(-1) === command) return;
      commands.push(command);
      commands.splice(0, Math.max(0, commands.length - kept));
    },
    /** The command before, or null at the first. */
    back(current: string): string | null {
      const steps = at.current.steps + 1;
      const command = commands.at(-steps);
      if (command === undefined) return null;
      const draft = at.current.steps === 0 ? current : at.current.draft;
      at.current = { steps, draft };
      return command;
    },
    /** The command after, at last what was being typed; null when it is there already. */
    forth(): string | null {
      if (at.current.steps === 0) return null;
      const steps = at.current.steps - 1;
      at.current.steps = steps;
      return steps === 0 ? at.current.draft : (commands.at(-steps) ?? null);
    },
  };
}
