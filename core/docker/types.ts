import type { Repair } from "#core/typing/repair";
import type { CommandSpec } from "./tables/command-table";
import type { Plugins } from "./tables/other-programs";

/** Half-open range of columns, counted in UTF-16 units from 0, in the text as it was typed. */
export type Span = { start: number; end: number };

/** One shell word after quotes are gone. `at[i]` is the column where its i-th character was typed. */
export type Word = Span & { text: string; at: readonly number[]; quoted: boolean };

/** What a word, or a piece of it, is in the command. */
export type Role =
  | "prefix"
  | "program"
  | "global"
  | "verb"
  | "flag"
  | "value"
  | "image"
  | "container"
  | "argument"
  | "command"
  | "end-of-options"
  | "shell"
  | "unread";

/**
 * One piece of the typed text with its role. `flag` is the long name the piece belongs to; `off` is
 * set where the piece turns that switch off.
 */
export type Part = Span & { role: Role; text: string; flag?: string; off?: true };

/** Where a value came from: the span of the words that say it. */
export type Sourced = { text: string; span: Span };

/** A flag as it was given, under its long name, with its value as typed ("true" for a bare switch). */
export type GivenFlag = { name: string; value: string; span: Span };

/** What the shell feeds the command: a file, or the words of an echo. */
export type Input =
  | { kind: "file"; path: string; span: Span }
  | { kind: "text"; text: string; span: Span };

/** A file; or `|` for another program, and `to` for what is known of the programs there. */
export type Redirect = { path: string; append: boolean; span: Span; to?: string };

/** A command that the CLI accepts as far as its grammar goes. */
export type Command = {
  kind: "command";
  program: string;
  /** The verb's one name, whatever alias was typed: "container run" for `docker run`. */
  verb: string;
  /** The verb as it was typed, for messages: "run". */
  typedVerb: string;
  verbSpan: Span;
  flags: readonly GivenFlag[];
  args: readonly Sourced[];
  globals: readonly GivenFlag[];
  help: boolean;
  /** What a verb of another program takes, and does: its action is a phrase with its verb first. */
  spec?: CommandSpec;
  /** NAME=value before the program. */
  environment: Readonly<Record<string, string>>;
  input: Input | null;
  output: Redirect | null;
  repairs: readonly Repair[];
  parts: readonly Part[];
  world: World;
};

/** Who says no: the shell, the CLI before it asks anything, or the engine when asked. */
export type RefusedBy = "shell" | "client" | "engine";

export type Refused = {
  kind: "refused";
  by: RefusedBy;
  /** In the CLI's own words, docker 28.2. */
  message: string;
  span: Span;
  repairs: readonly Repair[];
  parts: readonly Part[];
};

export type Unmodelled = {
  kind: "unmodelled";
  why: string;
  span: Span;
  repairs: readonly Repair[];
  parts: readonly Part[];
};

export type Empty = { kind: "empty"; repairs: readonly Repair[]; parts: readonly Part[] };

export type Parsed = Command | Refused | Unmodelled | Empty;

/** Where a difference lies: what is done, what is printed, or what only the client notices. */
export type Level = "request" | "output" | "client";

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * One thing a command asks for, under a name that equal commands share: `port 80/tcp`,
 * `environment A`, `image`. A command means its action and its aspects, nothing else.
 */
export type Aspect = { name: string; value: Json; level: Level; spans: readonly Span[] };

export type Canonical = {
  kind: "canonical";
  program: string;
  /** What is asked of the engine, so one name for all roads to it: "update node". */
  action: string;
  actionSpan: Span;
  /** Sorted by name; no name twice. */
  aspects: readonly Aspect[];
  /** The command it was read from, for printing. */
  command: Command;
};

export type Canonicalised = Canonical | Refused | Unmodelled;

export type Difference = {
  /** The aspect's name, or "action" when the commands do different things altogether. */
  aspect: string;
  level: Level;
  a: Json | null;
  b: Json | null;
  aSpans: readonly Span[];
  bSpans: readonly Span[];
};

export type Comparison =
  | { verdict: "equal" }
  | { verdict: "different"; level: Level; differences: readonly Difference[] }
  | { verdict: "a-invalid"; refused: Refused | Empty }
  | { verdict: "b-invalid"; refused: Refused | Empty }
  | { verdict: "unmodelled"; why: string; span: Span };

/** A value that only a shell knows, and what was read in its place. */
export type Unknown = Span & {
  raw: string;
  standIn: string;
  /** How it is told in a sentence, and what was typed there. */
  told: string;
  typed: string;
  /** What was typed itself, a value for a part of a word, or one for the whole of an option. */
  is: "typed" | "part" | "whole";
};

/**
 * What is known about the machine the command would run on. In the app nothing is: variables stay
 * symbols and files are known by path only. Measured cases come with a small world of their own.
 */
export type World = {
  /** Shell variables by name; a symbol for one whose value is not known. */
  variables: Readonly<Record<string, string>>;
  /** Whether a variable that is not listed is empty (a known world) or unknown. */
  closed: boolean;
  /** Variables that a program started from the shell sees, for `-e NAME`. */
  exported: Readonly<Record<string, string>>;
  /** Contents of local files by path relative to the working directory. */
  files: Readonly<Record<string, string>>;
  /** Swarm nodes and services that exist already, as the aspects they start with. */
  node: (name: string) => Readonly<Record<string, Json>>;
  service: Readonly<Record<string, Json>>;
  /** What is read in place of what only a shell could tell (`$NAME`, `$(…)`), where it is read. */
  opaque?: (raw: string, span: Span) => string;
  /** The values that only a shell could tell, once a command was read. */
  unknowns?: readonly Unknown[];
  /** Options whose whole value only a shell could tell, and which were left out for that. */
  open?: readonly { flag: string; raw: string }[];
  /** Whether the world is a known one, where paths without an extension are folders. */
  measured: boolean;
};

export type ParseOptions = {
  world?: World;
  /** What a pipe feeds the command, where that is known from elsewhere. */
  input?: Input;
  /** Whether its output goes into a pipe. */
  piped?: boolean;
  /** Plug-ins to read beside the client's own commands, by the words that call them. */
  plugins?: Plugins;
};
