import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLog } from "#db/entries";
import { emptyDatabase } from "#db/sample-database";
import { rebuilt, review, send, start, storedOf, withUsers } from "./sample-sync";

const odd = ["\ud800", "\udc00x", "a\ud83d", "nul\0", "\0", "\u0007", "\u007f", "a\nb"];
const fine = ["box-what", "ü", "🐳 whale", "e\u0301", "\ufeffbom", "\u200d", "a b", "%", "'", "ﬁ"];

describe("names that a database would write otherwise", () => {
  it.each(odd)("%j is refused in a clear word, and blocks no other", async (name) => {
    const database = await withUsers(await emptyDatabase());
    const { results } = await send(database, [
      review({ id: "card", card: name }),
      review({ id: "version", cardVersion: name }),
      review({ id: "deck", deckVersion: name }),
      { type: "void", id: "void", device: "d", sequence: 2, at: start, target: "x", card: name },
      { type: "setting", id: "key", device: "d", sequence: 3, at: start, key: name, value: 1 },
      review({ id: "right" }),
    ]);
    expect(results.map(({ status }) => status)).toEqual([...Array(5).fill("refused"), "stored"]);
    for (const { reason, status } of results.filter((one) => one.status === "refused")) {
      expect(`${status} ${reason}`).toContain("has characters that no name can have");
    }
  });

  it("whatever the names are, the states are those of the fold, and all is read back", async () => {
    const anyName = fc.oneof(
      fc.constantFrom(...odd, ...fine),
      fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
      fc.array(fc.nat(0xffff), { minLength: 1, maxLength: 6 }).map((units) => {
        return String.fromCharCode(...units);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyName, { minLength: 1, maxLength: 20 }), async (names) => {
        const database = await withUsers(await emptyDatabase());
        // Twice each: the second comes on top of what is stored of the first.
        for (const round of [0, 1]) {
          const sent = names.map((card, n) =>
            review({ id: `e${round}-${n}`, card, at: start + round * 9_000_000 + n }),
          );
          await send(database, sent);
        }
        expect(await storedOf(database)).toEqual(await rebuilt(database));
      }),
      { numRuns: 30 },
    );
  });

  it("what was typed is kept as it was typed, be it half a character", async () => {
    const database = await withUsers(await emptyDatabase());
    const answer = { kind: "cloze", text: "p\ud83d\0s" } as const;
    const sent = review({ card: "box-gap", answer, verdict: "wrong", rating: "again" });
    const { results } = await send(database, [sent]);
    expect(results).toMatchObject([{ status: "stored" }]);
    expect(await readLog(database, "ann")).toMatchObject([{ answer }]);
  });
});
