import "server-only";
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import path from "node:path";
import { deckIndex, topicPart } from "#core/content/compile/compile-deck";
import { parseDeck } from "#core/content/compile/parse-deck";
import { encodeIndex } from "#core/content/encode-index";
import type { Problem } from "#core/content/read/problem";
import type { Card, Deck, StudyIndex } from "#core/content/types";
import { readContentFiles } from "./content-files";
import { processWide } from "./process-wide";

/** The deck as the server holds it: compiled once, with the files that browsers load. */
export type Catalog = {
  deck: Deck;
  index: StudyIndex;
  cards: ReadonlyMap<string, Card>;
  /** Texts to serve under /deck-data/, by file name; a name holds its text's hash. */
  files: ReadonlyMap<string, string>;
  addresses: { index: string };
};

type Kept = { stamp: string; catalog: Catalog };
const kept = processWide<{ last: Kept | null }>("catalog", () => ({ last: null }));

/** The catalog; in development compiled again whenever a content file has changed. */
export async function deckCatalog(): Promise<Catalog> {
  const known = kept.last;
  if (known && process.env.NODE_ENV === "production") return known.catalog;
  const dir = path.join(process.cwd(), "content");
  const stamp = changeStamp(dir);
  if (known?.stamp === stamp) return known.catalog;
  const catalog = compileCatalog(readContentFiles(dir));
  kept.last = { stamp, catalog };
  return catalog;
}

/** Compiles content files; throws with every problem in them, each with file and line. */
export function compileCatalog(files: { path: string; text: string }[]): Catalog {
  const parsed = parseDeck(files, sha256);
  if (!parsed.ok) throw new Error(problemWords(parsed.problems));
  const { deck } = parsed;
  const index = deckIndex(deck, sha256);
  const encoded = encodeIndex(index);
  const indexFile = `index-${sha256(encoded).slice(0, 16)}.json`;
  const parts = deck.topics.map(({ id }): [string, string] => [
    `${id}-${index.parts[id]}.json`,
    JSON.stringify(topicPart(deck, id)),
  ]);
  return {
    deck,
    index,
    cards: new Map(deck.cards.map((card) => [card.id, card])),
    files: new Map([[indexFile, encoded], ...parts]),
    addresses: { index: `/deck-data/${indexFile}` },
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function changeStamp(dir: string): string {
  return readContentFiles(dir)
    .map(({ path: file }) => {
      // Else the whole project would be taken for a part of the build.
      const { mtimeMs, size } = statSync(/* turbopackIgnore: true */ path.join(dir, "..", file));
      return `${file} ${mtimeMs} ${size}`;
    })
    .join("\n");
}

function problemWords(problems: readonly Problem[]): string {
  const lines = problems.map(
    ({ file, line, message, hint }) => `${file}:${line}  ${message}${hint ? ` ${hint}` : ""}`,
  );
  return `The content has ${problems.length} problem(s):\n${lines.join("\n")}`;
}
