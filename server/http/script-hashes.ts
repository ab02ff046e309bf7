import "server-only";
import { readFileSync } from "node:fs";
import { z } from "zod";

/** Path of a prerendered page (`/study`) -> its inline scripts, each as `sha256-...`. */
export type ScriptHashes = ReadonlyMap<string, readonly string[]>;

const schema = z.record(
  z.string().startsWith("/"),
  z.array(z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/)),
);

/** Reads what the build wrote; throws in words when the file is absent or is something else. */
export function readScriptHashes(file: string): ScriptHashes {
  try {
    return new Map(Object.entries(schema.parse(JSON.parse(readFileSync(file, "utf8")))));
  } catch (error) {
    throw new Error(
      `${file} is not the list of script hashes that "npm run build" writes: build again.`,
      { cause: error },
    );
  }
}
