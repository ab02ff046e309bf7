import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { tryLines } from "#core/content/prove/try-lines";
import { soundContent } from "./parsed-deck";

/** What was tried on typed cards, and what has to become of it whatever changes. */

const { cards } = soundContent().deck;
const folder = path.join(import.meta.dirname, "tried");
const files = existsSync(folder) ? readdirSync(folder) : [];

test.each(files)("each line of %s comes out as it says", (file) => {
  expect(tryLines(cards, readFileSync(path.join(folder, file), "utf8"))).toEqual([]);
});
