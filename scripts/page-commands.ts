import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalCommand } from "#core/docker/canonical-command";
import { measuredWorld } from "#core/docker/measured-world";
import { parseCommand } from "#core/docker/parse-command";
import { readScript } from "#core/docker/script/read-script";

/**
 * Tries the command lines of a folder of Markdown pages, such as a program's own reference, and
 * prints those that are not modelled: alone, and taken apart as the page of commands does it.
 */

/** The lines at a prompt within fenced blocks, with those that they go on to. */
function commandLines(page: string): string[] {
  const found: string[] = [];
  let fenced = false;
  let open = false;
  for (const line of page.split("\n")) {
    if (/^\s*```/.test(line)) {
      fenced = !fenced;
      open = false;
    } else if (fenced && open) {
      found[found.length - 1] += `\n${line.replace(/^> /, "")}`;
      open = /\\$/.test(line);
    } else if (fenced) {
      const [, text] = /^\s*(?:\$|#|PS C:\\>|PS>|C:\\>)\s+(.*\bdocker\b.*)$/.exec(line) ?? [];
      if (text === undefined) continue;
      found.push(text);
      open = /\\$/.test(text);
    }
  }
  return found;
}

/** Whether the page of commands reads every command of ours in a line. */
function isTakenApart(text: string): boolean {
  const { pieces } = readScript(text);
  return pieces.every(
    (piece) => piece.kind === "shell" || canonicalCommand(piece.parsed).kind !== "unmodelled",
  );
}

function main(folder: string): void {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  const lines = pages.flatMap((name) => commandLines(readFileSync(join(folder, name), "utf8")));
  const world = { world: measuredWorld };
  const alone = lines.filter(
    (text) => canonicalCommand(parseCommand(text, world)).kind === "unmodelled",
  );
  const apart = lines.filter((text) => !isTakenApart(text));
  for (const text of alone) console.log(text.replaceAll("\n", " "));
  console.log(
    `${lines.length} command lines in ${pages.length} pages: ${alone.length} are not modelled alone, ${apart.length} are not when taken apart`,
  );
}

const [, , folder] = process.argv;
if (folder === undefined) throw new Error("usage: tsx scripts/page-commands.ts FOLDER");
main(folder);
