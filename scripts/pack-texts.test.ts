import fc from "fast-check";
import { expect, it } from "vitest";
import { unpackTexts } from "#worker/unpack-texts";
import { packTexts } from "./pack-texts.mjs";

const back = (texts: Record<string, string>) => Object.fromEntries(unpackTexts(packTexts(texts)));

it("gives back the texts that were packed, whatever they share", () => {
  const piece = fc.constantFrom(
    "",
    "é\u2028🚢",
    "a".repeat(70),
    "<p>A container is a process.</p>",
  );
  const text = fc.array(fc.oneof(piece, fc.string())).map((pieces) => pieces.join(""));
  const texts = fc
    .array(text)
    .map((all) => Object.fromEntries(all.map((one, n) => [`/${n}`, one])));
  fc.assert(
    fc.property(texts, (all) => {
      expect(back(all)).toEqual(all);
    }),
  );
});

it("writes once what stands in several texts, however far from each other", () => {
  const words = Array.from({ length: 20_000 }, (_, n) => `${(n * 7919) % 65_536} words`).join(" ");
  const { text } = packTexts({ "/one": `${words}.`, "/other": `Again: ${words}!` });
  expect(text.length).toBeLessThan(words.length + 20);
});
