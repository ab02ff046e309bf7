import type { DiagramPart } from "#core/content/diagram-types";
import { plainText } from "#core/content/inline";
import { diagramTexts } from "#core/text/study/diagram-texts";

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

/** Whether it is still to be named, and so must not be told. */
export function isOpen(blank: Blank | undefined): blank is Blank {
  return blank !== undefined && blank.right === undefined;
}

/** How a part is called: by its label, or by its number and what stands there. */
export function nameOfPart(parts: readonly DiagramPart[], blanks: Blanks, id: string): string {
  const blank = blanks.get(id);
  const label = blank ? blank.label : parts.find((part) => part.id === id)?.label;
  if (!isOpen(blank)) return plainText(label ?? id);
  return diagramTexts().open(blank.number, label == null ? null : plainText(label));
}
