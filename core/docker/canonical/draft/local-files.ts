import type { Command, Json, Span, World } from "#core/docker/types";
import { absolutePath, cleanPath } from "#core/docker/values/paths";

/** A local path in one spelling: short inside the working folder, in full outside. */
export function localPath(path: string, world: World): string {
  const folder = world.variables.PWD ?? "";
  const full = absolutePath(path, folder);
  if (full === folder) return ".";
  return full.startsWith(`${folder}/`) ? full.slice(folder.length + 1) : full;
}

/** What a known file says; null when it is only known by name. */
export function fileText(path: string, world: World): string | null {
  const local = localPath(path, world);
  return Object.hasOwn(world.files, local) ? (world.files[local] ?? null) : null;
}

/** What a command gets by reading a file: its text if it is known, else which file it is. */
export function fileContents(path: string, world: World): Json {
  const text = fileText(path, world);
  return text === null ? { file: localPath(path, world) } : { text };
}

export type Source = { contents: Json; span: Span };

/** What comes in on standard input, or null for nothing. */
export function standardInput({ input, world }: Command): Source | null {
  if (input === null) return null;
  if (input.kind === "text") return { contents: { text: `${input.text}\n` }, span: input.span };
  return { contents: fileContents(input.path, world), span: input.span };
}

/** Paths that the measured world has as plain files, or that are called so everywhere. */
export function isPlainFile(path: string, world: World): boolean {
  const local = localPath(path, world);
  const name = cleanPath(local).split("/").pop() ?? "";
  return Object.hasOwn(world.files, local) || /^Dockerfile(?:\.|$)/.test(name);
}
