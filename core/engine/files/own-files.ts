import type { Files } from "#core/engine/types";

/** A container's own files, without what belongs to the engine's bookkeeping. */
export const ownFiles = (upper: Files): Files =>
  Object.fromEntries(Object.entries(upper).filter(([path]) => path.startsWith("/")));
