import { z } from "zod";

/** What a recording's file may hold, as content/README.md describes it. */

const line = z.string().min(1);
const on = z.number().int().min(2).max(9).optional();
const name = z.string().regex(/^[a-z]+$/);

/** Something that was typed, and what stood on the screen then. */
const typed = z.strictObject({
  command: line,
  on,
  /** What is typed to the program itself, line by line. */
  keys: z.array(line).optional(),
  /** Of outputs that chance picks from: typed again until it shows this. */
  until: line.optional(),
  output: z.string().optional(),
  exit: z.number().int().optional(),
});

const step = z.union([
  typed,
  z.strictObject({ do: line, on }),
  z.strictObject({ wait: line, on }),
  z.strictObject({ set: name, from: line, on }),
  z.strictObject({ file: line, text: z.string() }),
]);

export const recordingShape = z.strictObject({
  about: line,
  /** The name of the folder in which everything is typed. */
  folder: z
    .string()
    .regex(/^[a-z]+$/)
    .optional(),
  made: z.strictObject({ engine: line, compose: line, buildx: line, system: line }).optional(),
  steps: z.array(step).min(1),
});

export type AuthoredRecording = z.infer<typeof recordingShape>;
export type RecordingStep = AuthoredRecording["steps"][number];
export type TypedStep = z.infer<typeof typed>;
