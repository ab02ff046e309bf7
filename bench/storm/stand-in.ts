import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

type Text = { first: string; text: string; mode: number };

const mark = "# Mooring's bench put this here while it installs programs; it may be removed.";

const keptBeside = (file: string) => `${file}.kept-by-mooring`;

/** Puts right what a run has left that was killed while its file stood in. */
export function putRight(file: string): void {
  if (isOurs(file)) putBack(file);
  // Killed in between: its own had not come yet.
  else if (isThere(keptBeside(file)) && !isThere(file)) renameSync(keptBeside(file), file);
}

function putBack(file: string): void {
  rmSync(file, { force: true });
  if (isThere(keptBeside(file))) renameSync(keptBeside(file), file);
}

/**
 * Puts a file in a place for a while; what stood there is kept beside it.
 * @returns puts back what was there, folders included
 */
export function standIn(file: string, { first, text, mode }: Text): () => void {
  const made = mkdirSync(path.dirname(file), { recursive: true });
  if (isThere(file)) renameSync(file, keptBeside(file));
  writeFileSync(file, `${first}${mark}\n${text}\n`);
  chmodSync(file, mode);
  return () => {
    putBack(file);
    if (made !== undefined) removeEmpty(path.dirname(file), made);
  };
}

/** A link that leads nowhere is there, too. */
function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function isOurs(file: string): boolean {
  try {
    return readFileSync(file, "utf8").includes(mark);
  } catch {
    return false;
  }
}

/** Removes folders from the innermost to the outermost, as far as nobody has put anything in. */
function removeEmpty(inner: string, outer: string): void {
  try {
    for (let folder = inner; folder.startsWith(outer); folder = path.dirname(folder)) {
      rmdirSync(folder);
    }
  } catch {
    // Packages that came meanwhile keep their files there.
  }
}
