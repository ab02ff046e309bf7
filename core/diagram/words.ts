const reference = /\{([a-z0-9-]+)(?:\|([^{}]*))?\}/g;

/** How a part is called in the words of a drawing; `other` is what the words say for it there. */
export type PartName = (id: string, other: string | undefined) => string;

/** A drawing's words with its parts named. */
export function diagramText(text: string, nameOf: PartName): string {
  return text.replace(reference, (_, id: string, other?: string) => nameOf(id, other));
}

/** The ids of the parts that a drawing's words name. */
export function partsNamedIn(text: string): string[] {
  return Array.from(text.matchAll(reference), ([, id = ""]) => id);
}
