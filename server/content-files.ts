import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The content files of a folder (`content/topics`) with the paths that an author knows them by,
 * in order. Not marked server-only: scripts and tests read content, too.
 */
export function readContentFiles(dir: string): { path: string; text: string }[] {
  return readdirSync(/* turbopackIgnore: true */ dir)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => ({
      path: `content/topics/${name}`,
      text: readFileSync(/* turbopackIgnore: true */ join(dir, name), "utf8"),
    }));
}
