import { createHash } from "node:crypto";
import { type ParsedDeck, parseDeck } from "#core/content/compile/parse-deck";
import { readContentFiles } from "#server/base/content-files";

/** The files of this folder, as the tests of the content read them. */
export const contentFiles = readContentFiles(import.meta.dirname);

/** Hash of a text in hex digits, which names versions of cards. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What the files come to, problems included; parsed once for all tests of a worker. */
export const parsedContent = parseDeck(contentFiles, sha256);

/** The content without problems; throws where it has any. */
export function soundContent(): Extract<ParsedDeck, { ok: true }> {
  if (parsedContent.ok) return parsedContent;
  throw new Error(`npm run content tells ${parsedContent.problems.length} problems`);
}
