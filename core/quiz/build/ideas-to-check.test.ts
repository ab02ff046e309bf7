import { describe, expect, it } from "vitest";
import type { DeckIndex } from "#core/content/types";
import { knownState } from "#core/scheduling/made-queue";
import type { CardState } from "#core/scheduling/types";
import { checkQuiz } from "./check-quiz";
import { checkedLater, ideasToCheck } from "./ideas-to-check";

/** Each idea needs the one before it; "shown" by a card that only its learner can grade. */
const needs: Record<string, string[]> = { host: [], box: ["host"], run: ["box"], net: ["run"] };
const index: DeckIndex = {
  version: "d1",
  topics: [{ id: "t", title: "T", short: "T", section: "docker", slides: [1, 2], summary: "" }],
  concepts: Object.entries(needs).map(([id, of]) => ({ id, topic: "t", title: id, needs: of })),
  cards: Object.keys(needs).flatMap((concept) =>
    (["choice", "text"] as const).map((kind) => ({
      ...{ id: `${concept}-${kind}`, concept, topic: "t", kind, version: "v1" },
    })),
  ),
  parts: {},
};
const held = knownState({ stability: 8 });
const knowing = (states: Record<string, CardState>) => new Map(Object.entries(states));
const checked = (states: Record<string, CardState>) =>
  ideasToCheck({ index, states: knowing(states) });

describe("the ideas to check", () => {
  it("are none for a newcomer, and none that nothing held builds on", () => {
    expect(checked({})).toEqual([]);
    expect(checked({ "host-choice": held })).toEqual([]);
  });

  it("are what a held card's idea needs, and what that needs, in the deck's order", () => {
    expect(checked({ "run-choice": held })).toEqual(["host", "box"]);
  });

  it("are none by a card that was only just learned", () => {
    expect(checked({ "run-choice": knownState({ stability: 6.9 }) })).toEqual([]);
    expect(checked({ "run-choice": { ...held, phase: "learning" } })).toEqual([]);
  });

  it("are none of which a card was answered, rightly or not", () => {
    const missed = { phase: "new", missed: true, folded: 1 } as const;
    expect(checked({ "run-choice": held, "box-text": missed })).toEqual(["host"]);
    expect(checked({ "run-choice": held, "box-text": knownState() })).toEqual(["host"]);
  });

  it("come behind all other new cards, each group in its order", () => {
    const states = knowing({ "run-choice": held });
    const cards = checkedLater(index.cards, ideasToCheck({ index, states }));
    const ideas = [...new Set(cards.map(({ concept }) => concept))];
    expect(ideas).toEqual(["run", "net", "host", "box"]);
    expect(cards).toHaveLength(index.cards.length);
  });

  it("make a placement of one question each", () => {
    const plan = checkQuiz({ index, states: knowing({ "net-choice": held }), seed: 7 });
    expect(plan).toMatchObject({ style: "placement", by: "concepts", asksConfidence: true });
    const asked = plan?.questions.map(({ card }) => card.split("-")[0]).sort();
    expect(asked).toEqual(["box", "host", "run"]);
    expect(checkQuiz({ index, states: new Map(), seed: 7 })).toBeNull();
  });
});
