/** What a box or line of a drawing is, by which it is drawn. */
export const tones = ["plain", "strong", "marked", "dashed"] as const;
/**
 * plain: a thing among others; strong: what carries the rest; marked: what the drawing is about;
 * dashed: a boundary, or what is there only for a while.
 */
export type Tone = (typeof tones)[number];
export const lineSides = ["left", "right", "above", "below"] as const;

/** Column, row, width and height on the drawing's grid of 40 columns. */
export type Cells = [x: number, y: number, width: number, height: number];

/** A box of a drawing. `in` is the id of the box around it, which stands before it. */
export type DiagramPart = {
  id: string;
  label: string;
  /** A second, smaller line or two below the label. */
  note?: string;
  at: Cells;
  in?: string;
  tone: Tone;
};
/**
 * A straight line between two boxes that face each other; `at` is the column or row on which it
 * runs, the middle where there is none.
 */
export type DiagramLine = {
  from: string;
  to: string;
  label?: string;
  side?: (typeof lineSides)[number];
  at?: number;
  /** Where it points: to its end, to both ends, or nowhere. */
  heads: "end" | "both" | "none";
  tone: "plain" | "dashed";
};
/** `text` says in words what is drawn, with `{id}` or `{id|other words}` where a part is named. */
export type Diagram = {
  id: string;
  title: string;
  slides: number[];
  text: string;
  parts: DiagramPart[];
  lines: DiagramLine[];
};
