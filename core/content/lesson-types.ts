import type { Proof } from "./proof";
import type { Source } from "./source";

/** What the files that a lesson shows are written in. */
export const languages = ["dockerfile", "yaml", "json", "javascript", "php", "ini"] as const;
export type Language = (typeof languages)[number];

/**
 * One part of a lesson: what the talk says, what holds now, or something to look at. `slides` are
 * those that it stands on; a heading stands above it.
 */
export type LessonPart = { heading?: string; slides: number[] } & (
  | { form: "text"; text: string }
  | { form: "now"; text: string; since?: string; sources: Source[] }
  | { form: "code"; code: string; language: Language; caption: string }
  /** Lines that begin with "$ " are typed, the others are what the terminal answers. */
  | { form: "terminal"; text: string; caption: string; proof: Proof }
  | { form: "diagram"; diagram: string; caption: string }
);

/** A topic to read, in 2 to 4 minutes. */
export type Lesson = { topic: string; parts: LessonPart[] };
