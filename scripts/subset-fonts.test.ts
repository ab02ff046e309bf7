import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { subsetFonts } from "./subset-fonts.mjs";

it("keeps of each font what its package has of it now", async () => {
  for (const { file, bytes } of await subsetFonts()) {
    expect([file, readFileSync(file).equals(bytes)]).toEqual([file, true]);
  }
});
