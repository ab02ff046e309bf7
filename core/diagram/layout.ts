import type { Cells, DiagramLine, DiagramPart } from "#core/content/diagram-types";
import { textLines, textWidth } from "./text-width";

/** A drawing is 40 columns wide; a cell is a square of 8 units, which are about pixels. */
export const columns = 40;
export const cellSize = 8;

/** Left, top, right and bottom, in units. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** Space that a label keeps from the sides of its box, in units. */
const padding = 5;
export const labelSize = 14;
export const noteSize = 12.5;
const labelLine = 17;
const noteLine = 15;
/** From a line to its label. */
const gap = 5;

/** The box of cells. */
export function boxOf([x, y, width, height]: Cells): Box {
  const [left, top] = [x * cellSize, y * cellSize];
  return { left, top, right: left + width * cellSize, bottom: top + height * cellSize };
}

/** One line of text; `y` is its base line. */
export type TextLine = { text: string; x: number; y: number; note: boolean };

type Labelled = Pick<DiagramPart, "label" | "note" | "at">;

/**
 * Label and note as they stand in their box: in its middle, or at the top left of a group. Null
 * where they do not fit.
 */
export function labelLines(part: Labelled, isGroup: boolean): TextLine[] | null {
  const box = boxOf(part.at);
  const width = box.right - box.left - 2 * padding;
  const labels = textLines(part.label, labelSize, width);
  const notes = part.note === undefined ? [] : textLines(part.note, noteSize, width);
  if (labels === null || notes === null) return null;
  const height = labels.length * labelLine + notes.length * noteLine;
  if (height > box.bottom - box.top - 4) return null;
  const x = isGroup ? box.left + padding + 2 : (box.left + box.right) / 2;
  const top = isGroup ? box.top + 4 : (box.top + box.bottom - height) / 2;
  return [
    ...labels.map((text, i) => ({ text, x, y: top + i * labelLine + 13, note: false })),
    ...notes.map((text, i) => {
      return { text, x, y: top + labels.length * labelLine + i * noteLine + 11, note: true };
    }),
  ];
}

/** What a group's own label takes of its box. */
export function groupLabelBox(part: Labelled): Box {
  const { left, top } = boxOf(part.at);
  const lines = labelLines(part, true) ?? [];
  const width = ({ text, note }: TextLine) => textWidth(text, note ? noteSize : labelSize);
  return {
    left,
    // A line may begin or end at the border above the letters.
    top: top + 4,
    right: left + padding + 4 + Math.max(0, ...lines.map(width)),
    bottom: (lines.at(-1)?.y ?? top) + 4,
  };
}

/** A line of a drawing, in units. */
export type Segment = { x1: number; y1: number; x2: number; y2: number };

/** The straight line between two boxes that face each other; null where they do not. */
export function segmentOf(from: Cells, to: Cells, at?: number): Segment | null {
  const [a, b] = [boxOf(from), boxOf(to)];
  const across = between(a.left, a.right, b.left, b.right, at);
  const down = between(a.top, a.bottom, b.top, b.bottom, at);
  if ((across === null) === (down === null)) return null;
  if (across !== null) {
    const [y1, y2] = a.bottom <= b.top ? [a.bottom, b.top] : [a.top, b.bottom];
    return { x1: across, y1, x2: across, y2 };
  }
  const y = down ?? 0;
  const [x1, x2] = a.right <= b.left ? [a.right, b.left] : [a.left, b.right];
  return { x1, y1: y, x2, y2: y };
}

/** Where two ranges overlap: at a cell, else in the middle; null where they do not. */
function between(a1: number, a2: number, b1: number, b2: number, at?: number): number | null {
  const [low, high] = [Math.max(a1, b1), Math.min(a2, b2)];
  if (low >= high) return null;
  const wanted = at === undefined ? (low + high) / 2 : at * cellSize;
  return wanted >= low && wanted <= high ? wanted : null;
}

/** Where a line's label stands: its anchor, and the box it takes. */
export type LineLabel = { x: number; y: number; anchor: "start" | "middle" | "end"; box: Box };
/** A line as it is drawn. */
export type Run = { segment: Segment; label: LineLabel | null };

type Joined = Pick<DiagramPart, "id" | "at" | "in">;

/** A line between two parts, with its label in the free space between them; null: not straight. */
export function runOf(
  line: Pick<DiagramLine, "from" | "to" | "at" | "label" | "side">,
  parts: readonly Joined[],
): Run | null {
  const [from, to] = [boxesAround(line.from, parts), boxesAround(line.to, parts)];
  const [start, end] = [from[0], to[0]];
  const segment = start && end ? segmentOf(start.at, end.at, line.at) : null;
  if (segment === null || line.label === undefined) return segment && { segment, label: null };
  // The outermost boxes that hold one of the two ends: between them the line runs free.
  const outerFrom = from.filter((box) => !to.includes(box)).at(-1)?.at ?? [0, 0, 0, 0];
  const outerTo = to.filter((box) => !from.includes(box)).at(-1)?.at ?? [0, 0, 0, 0];
  const at = (segment.x1 === segment.x2 ? segment.x1 : segment.y1) / cellSize;
  const free = segmentOf(outerFrom, outerTo, at) ?? segment;
  return { segment, label: lineLabel({ label: line.label, side: line.side }, free) };
}

/** A part and the boxes around it, from the inside out. */
export function boxesAround<P extends Joined>(id: string, parts: readonly P[]): P[] {
  const part = parts.find((one) => one.id === id);
  if (part === undefined) return [];
  return [part, ...(part.in === undefined ? [] : boxesAround(part.in, parts))];
}

/** Right of the line or above it, unless it says otherwise. */
function lineLabel(line: { label: string; side?: DiagramLine["side"] }, run: Segment): LineLabel {
  const width = textWidth(line.label, noteSize);
  const [x, y] = [(run.x1 + run.x2) / 2, (run.y1 + run.y2) / 2];
  if (run.x1 === run.x2) {
    const isLeft = line.side === "left";
    const left = isLeft ? x - gap - width : x + gap;
    const box = { left, top: y - 8, right: left + width, bottom: y + 7 };
    return { x: isLeft ? x - gap : x + gap, y: y + 4, anchor: isLeft ? "end" : "start", box };
  }
  const base = line.side === "below" ? y + gap + 11 : y - gap;
  const box = { left: x - width / 2, top: base - 11, right: x + width / 2, bottom: base + 3 };
  return { x, y: base, anchor: "middle", box };
}
