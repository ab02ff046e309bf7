import "server-only";
import path from "node:path";
import { parseLabs } from "#core/content/compile/parse-labs";
import type { Lab } from "#core/labs/types";
import { deckCatalog } from "./catalog";
import { readContentFiles } from "./content-files";

/** All labs in their order; throws with every problem in them, each with file and line. */
export async function labCatalog(): Promise<Lab[]> {
  const { deck } = await deckCatalog();
  const parsed = parseLabs(readContentFiles(path.join(process.cwd(), "content")), deck);
  if (parsed.ok) return parsed.labs;
  const lines = parsed.problems.map(({ file, line, message }) => `${file}:${line}  ${message}`);
  throw new Error(`The labs have ${lines.length} problem(s):\n${lines.join("\n")}`);
}
