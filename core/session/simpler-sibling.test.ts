import { describe, expect, it } from "vitest";
import { type CardKind, cardKinds } from "#core/content/types";
import { knownState } from "#core/scheduling/made-queue";
import { simplerSibling } from "./simpler-sibling";

const card = (id: string, kind: CardKind, concept = "kernel") => ({ id, kind, concept });
const cards = [
  card("say", "recall"),
  card("gap", "cloze"),
  card("other", "choice", "layers"),
  card("pick", "choice"),
  card("pick-too", "choice"),
];

describe("simplerSibling", () => {
  it("is the card of the same idea that asks for least, the first of several", () => {
    expect(simplerSibling("say", cards, new Map())?.id).toBe("pick");
    expect(simplerSibling("gap", cards, new Map())?.id).toBe("pick");
  });

  it("is none for what asks for least already, and for a card that the deck has not", () => {
    expect(simplerSibling("pick", cards, new Map())).toBeNull();
    expect(simplerSibling("other", cards, new Map())).toBeNull();
    expect(simplerSibling("retired", cards, new Map())).toBeNull();
  });

  it("is none that was suspended", () => {
    const aside = knownState({ marks: { suspended: true } });
    const states = new Map([["pick", aside] as const, ["pick-too", aside] as const]);
    expect(simplerSibling("say", cards, states)?.id).toBe("gap");
  });

  it("knows how much each kind asks for", () => {
    for (const kind of cardKinds.filter((one) => one !== "choice")) {
      const both = [card("a", kind), card("b", "choice")];
      expect(simplerSibling("a", both, new Map())?.id).toBe("b");
    }
  });
});
