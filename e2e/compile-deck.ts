import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseDeck } from "#core/content/compile/parse-deck";
import { readContentFiles } from "#server/base/content-files";
import { deckFile } from "./deck-file";

/**
 * Compiles the deck as the running build serves it, from the same files by the same rules, once for
 * all workers: each would take seconds for it.
 */
export default function compileDeck(): void {
  const files = readContentFiles(path.join(import.meta.dirname, "../content"));
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const parsed = parseDeck(files, sha256);
  if (!parsed.ok) throw new Error("The content has problems: npm run content tells them.");
  mkdirSync(path.dirname(deckFile()), { recursive: true });
  writeFileSync(deckFile(), JSON.stringify(parsed.deck));
}
