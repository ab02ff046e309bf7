import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseDeck } from "#core/content/compile/parse-deck";
import { deckFile } from "./deck-file";

const content = path.join(import.meta.dirname, "../content");

/**
 * Compiles the deck as the running build serves it, from the same files by the same rules, once for
 * all workers: each would take seconds for it.
 */
export default function compileDeck(): void {
  const files = readdirSync(content, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => ({
      path: `content/${name}`,
      text: readFileSync(path.join(content, name), "utf8"),
    }));
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const parsed = parseDeck(files, sha256);
  if (!parsed.ok) throw new Error("The content has problems: npm run content tells them.");
  mkdirSync(path.dirname(deckFile()), { recursive: true });
  writeFileSync(deckFile(), JSON.stringify(parsed.deck));
}
