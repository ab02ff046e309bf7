import { plainText } from "#core/content/inline";
import type { DiagramPart } from "#core/content/types";

/** A part whose label is left open, and what was put there. */
export type Blank = {
  number: number;
  /** What stands in it now; null while nothing does. */
  label: string | null;
  /** Once it is judged. */
  right?: boolean;
  /** The next label goes here. */
  current?: boolean;
  onPick?: () => void;
};

/** By part. */
export type Blanks = ReadonlyMap<string, Blank>;

/** How a part is called: by its label, or by its number and what stands there. */
export function nameOfPart(parts: readonly DiagramPart[], blanks: Blanks, id: string): string {
  const blank = blanks.get(id);
  if (blank === undefined) return plainText(parts.find((part) => part.id === id)?.label ?? id);
  const { number, label } = blank;
  return label === null ? `(${number})` : `(${number}: ${plainText(label)})`;
}
