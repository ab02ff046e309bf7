import { fullPath } from "#core/engine/files/paths";
import type { Call } from "#core/engine/process/call";

/** The full path of a file that a program is told by name. */
export const pathOf = ({ thread }: Call, name: string): string => fullPath(name, thread.cwd);
