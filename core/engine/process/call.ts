import type { Place } from "#core/engine/files/file-system";
import type { Machine } from "#core/engine/state/machine";
import type { Service, Thread } from "./types";

/** What is still to be read; programs take from its front. */
export type Input = {
  text: string;
  /** It comes from a terminal, line by line. */
  terminal?: boolean;
};

export type Io = { out: (text: string) => void; err: (text: string) => void; stdin: Input };

/** A program that is called: by whom, with what, and where its words go. */
export type Call = Io & {
  m: Machine;
  place: Place;
  thread: Thread;
  /** Its words, the name first. */
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  hooks: Hooks;
  /** Calls another program and waits for its end; its exit code. */
  invoke: (args: readonly string[], io?: Partial<Io>) => number;
};

/** What became of a program: its exit code, or what it waits for. */
export type Outcome =
  | number
  | { sleep: number }
  | { service: Service }
  | { exec: readonly string[] }
  | { run: string; name: string; args: readonly string[] }
  | { exit: number }
  | { signal: string }
  | { hang: true };

export type Tool = (call: Call) => Outcome;

/** What programs need of the parts that stand above the shell. */
export type Hooks = {
  /** Lets time pass up to a moment. */
  advance: (m: Machine, until: number) => void;
  /** The docker client, on a host. */
  docker: Tool;
};
