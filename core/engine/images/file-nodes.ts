import type { FileNode } from "#core/engine/types";

export const folder: FileNode = { t: "d" };
export const text = (x: string): FileNode => ({ t: "f", x });
/** A file that may be run; what it does is told by its text. */
export const program = (x: string): FileNode => ({ t: "f", x, m: 0o755 });
