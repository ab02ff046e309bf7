import { z } from "zod";
import { lineSides, tones } from "#core/content/diagram-types";
import { id, slide, text } from "./field-shapes";

/** A grid has 40 columns, and as many rows as the drawing needs. */
const cell = z.number().min(0).max(200);

const part = z.strictObject({
  id,
  label: text,
  note: text.optional(),
  at: z.tuple([cell, cell, cell, cell]),
  in: id.optional(),
  tone: z.enum(tones).optional(),
});
const line = z.strictObject({
  from: id,
  to: id,
  label: text.optional(),
  side: z.enum(lineSides).optional(),
  at: cell.optional(),
  heads: z.enum(["end", "both", "none"]).optional(),
  tone: z.enum(["plain", "dashed"]).optional(),
});

/** What a drawing's file may hold, exactly as content/README.md describes it. */
export const diagramShape = z.strictObject({
  id,
  title: text,
  slides: z.array(slide).min(1),
  text,
  parts: z.array(part).min(2),
  lines: z.array(line).optional(),
});

export type AuthoredDiagram = z.infer<typeof diagramShape>;
