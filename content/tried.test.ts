import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseDeck } from "#core/content/compile/parse-deck";
import { tryLines } from "#core/content/prove/try-lines";
import { readContentFiles } from "#server/base/content-files";

/** What was tried on typed cards, and what has to become of it whatever changes. */

const parsed = parseDeck(readContentFiles(import.meta.dirname), (text) =>
  createHash("sha256").update(text).digest("hex"),
);
if (!parsed.ok) throw new Error("npm run content tells the problems");
const { cards } = parsed.deck;
const folder = path.join(import.meta.dirname, "tried");
const files = existsSync(folder) ? readdirSync(folder) : [];

test.each(files)("each line of %s comes out as it says", (file) => {
  expect(tryLines(cards, readFileSync(path.join(folder, file), "utf8"))).toEqual([]);
});
