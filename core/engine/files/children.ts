import type { Files } from "#core/engine/types";
import { nameOf, parentOf } from "./paths";

type Index = ReadonlyMap<string, readonly string[]>;
const indexes = new WeakMap<Files, Index>();

function indexOf(files: Files): Index {
  const known = indexes.get(files);
  if (known !== undefined) return known;
  const index = new Map<string, string[]>();
  for (const path of Object.keys(files)) {
    const parent = parentOf(path);
    const list = index.get(parent);
    if (list === undefined) index.set(parent, [nameOf(path)]);
    else list.push(nameOf(path));
  }
  indexes.set(files, index);
  return index;
}

const none: readonly string[] = [];

/** The names in a folder of one layer, marks of what is gone among them. */
export const childrenIn = (files: Files, folder: string): readonly string[] =>
  indexOf(files).get(folder) ?? none;
