import type { Files } from "#core/engine/types";

/** What stands at the beginning of an archive's text; the rest is JSON. */
const mark = "\u0001archive:";

/** An archive: files by path without a slash at the front, and for images what they are. */
export type Archive = {
  files: Files;
  /** Paths in the order they were put in. */
  names: readonly string[];
  /** Layers whose files come below, for an exported container. */
  layers?: readonly string[];
  /** Saved images with their tags and layers. */
  images?: unknown;
};

export const packed = (archive: Archive): string => `${mark}${JSON.stringify(archive)}`;

/** The archive in a text, null where it is none. */
export function unpacked(text: string): Archive | null {
  if (!text.startsWith(mark)) return null;
  try {
    return JSON.parse(text.slice(mark.length)) as Archive;
  } catch {
    return null;
  }
}
