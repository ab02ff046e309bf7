import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListedCard } from "#core/progress/author-list";
import { asText, harmless } from "./reports-text";

const card: ListedCard = {
  card: "crane-choice",
  content: { kind: "choice", topic: "harbour", front: "Who lifts the load?", version: "v2" },
  reports: [
    {
      ...{ at: Date.UTC(2026, 0, 5), cardVersion: "v2", reason: "wrong", presentVersion: true },
      text: "It is the crane.\n\nNot the gear.",
    },
    {
      ...{ at: Date.UTC(2026, 0, 4), cardVersion: "v1", reason: "unclear", presentVersion: false },
      text: "",
    },
  ],
  statistics: {
    card: "crane-choice",
    overall: { seen: 12, right: 4, gaveUp: 1, overruled: 0, median: 4250 },
    present: {
      ...{ seen: 9, right: 3, gaveUp: 1, overruled: 2, median: 4000 },
      wrong: [
        { text: "The ship", count: 4 },
        { text: "The sea", count: 1 },
      ],
    },
  },
};

describe("asText", () => {
  it("tells all of a card, its newest report first", () => {
    expect(asText([card]).split("\n")).toEqual([
      "crane-choice  (choice, harbour)",
      "  Who lifts the load?",
      "  - 2026-01-05  wrong  (this version)",
      "      It is the crane.",
      "      Not the gear.",
      "  - 2026-01-04  unclear  (version v1)",
      "  this version: seen 9 times, 33 % right, given up 1, overruled 2, median 4.0 s",
      "  all versions: seen 12 times, 33 % right, given up 1, overruled 0, median 4.3 s",
      "        4 x  The ship",
      "        1 x  The sea",
      "    and 2 wrong answers to earlier versions, whose options are gone",
    ]);
  });

  it("says what is not known of a card that is gone, or that nobody answered", () => {
    expect(asText([{ ...card, content: null, reports: [], statistics: null }])).toBe(
      "crane-choice  (no longer in the deck)\n  never answered by an account",
    );
    const overall = { seen: 1, right: 1, gaveUp: 0, overruled: 0, median: 900 };
    const statistics = { card: card.card, overall, present: null };
    const said = "  all versions: seen 1 time, 100 % right, given up 0, overruled 0, median 0.9 s";
    const unseen = { ...card, reports: [], statistics };
    expect(
      asText([{ ...unseen, content: null }])
        .split("\n")
        .slice(1),
    ).toEqual([said]);
    expect(asText([unseen]).split("\n").slice(2)).toEqual(["  this version: not seen yet", said]);
  });
});

describe("harmless", () => {
  it("takes the power of a learner's words over a terminal, inside JSON too", () => {
    expect(harmless("\u001b[2J\u009b31m\u202e\u0007red\r")).toBe(
      "\\u001b[2J\\u009b31m\\u202e\\u0007red\\u000d",
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const [words, line] = [harmless(text), harmless(JSON.stringify({ text }))];
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        for (const one of [words, line]) expect(one).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        expect(JSON.parse(line)).toEqual({ text });
      }),
    );
  });

  it("changes nothing in what authors write", () => {
    const text = "Is `docker ps` → “right” – naïve, 30 % 日本語 🐳?";
    expect(harmless(text)).toBe(text);
  });
});
