import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What content files are kept in, below `content`; "" for `content` itself. */
const folders = ["", "diagrams", "topics", "lessons", "labs", "recorded"];

/**
 * The content files below a folder (`content`) with the paths that an author knows them by, in
 * order. Not marked server-only: scripts and tests read content, too.
 */
export function readContentFiles(dir: string): { path: string; text: string }[] {
  return folders.flatMap((folder) =>
    namesIn(join(dir, folder)).map((name) => ({
      path: join("content", folder, name),
      text: readFileSync(/* turbopackIgnore: true */ join(dir, folder, name), "utf8"),
    })),
  );
}

function namesIn(folder: string): string[] {
  if (!existsSync(/* turbopackIgnore: true */ folder)) return [];
  return readdirSync(/* turbopackIgnore: true */ folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
}
