import type { Condition } from "./goals/condition";

/** How much a lab asks for: one new thing, several, or finding out what is wrong. */
export type Level = 1 | 2 | 3;

/** A state that a lab must not come to; the words say what was lost, and that undo brings it back. */
export type Fail = { when: Condition; says: string };

/**
 * A hint holds in a state: where all of `while` is met and `until` is not. It is told in three
 * steps, the last of which is a line to type.
 */
export type Hint = {
  while: readonly Condition[];
  until: Condition | null;
  first: string;
  second: string;
  command: string;
};

/** Another road to the goal, and in which it differs. */
export type OtherRoad = { about: string; commands: readonly string[] };

/** What looks like a solution and is none; `says` stands in what is still missing then. */
export type NearMiss = { commands: readonly string[]; says: string };

/** A prepared host, a goal on its state, and the ways there. */
export type Lab = {
  id: string;
  title: string;
  topic: string;
  level: Level;
  minutes: number;
  /** Which of the talk's demos it is taken from. */
  demo: number | null;
  /** Whether it begins with something that is broken. */
  broken: boolean;
  /** The ideas that teach it. */
  ideas: readonly string[];
  /** What happened; an empty line stands between paragraphs. */
  story: string;
  /** Lines that were typed before the learner comes. */
  prepared: readonly string[];
  goals: readonly Condition[];
  fails: readonly Fail[];
  hints: readonly Hint[];
  solution: readonly string[];
  others: readonly OtherRoad[];
  misses: readonly NearMiss[];
  /** What it meant, told at the end. */
  meant: string;
};

/** A lab as a list shows it. */
export type LabFacts = Pick<
  Lab,
  "id" | "title" | "topic" | "level" | "minutes" | "demo" | "broken" | "ideas"
>;

/** A line that a learner typed, and when: milliseconds since 1970. */
export type TypedLine = { text: string; at: number };

/**
 * All that is kept of a lab that is being played: it is played again from this. `began` is the
 * moment of its prepared state.
 */
export type PlayedLab = {
  lab: string;
  seed: number;
  engine: number;
  began: number;
  lines: readonly TypedLine[];
  /** How many steps of hints were told, of all hints. */
  hints: number;
  /** Whether the goal was reached once; it stays so whatever a newer engine makes of the lines. */
  reached: boolean;
};
