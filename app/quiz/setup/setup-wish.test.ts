import { describe, expect, it } from "vitest";
import type { DeckIndex } from "#core/content/types";
import { quizStyles } from "#core/log/types";
import { firstWish, matterOf, unknownAsked } from "./setup-wish";

const topic = { short: "", section: "docker", slides: [1, 2], summary: "" } as const;

const index: DeckIndex = {
  version: "d1",
  topics: ["lxc", "swarm"].map((id) => ({ id, title: id, ...topic, slides: [1, 2] })),
  concepts: ["one", "two"].map((id) => ({ id, topic: "lxc", title: id, needs: [] })),
  cards: [],
  parts: {},
};
const now = { ms: 0, utcOffset: 0, studyDay: 0 };

describe("the form of a quiz", () => {
  it("begins with practice on the whole talk", () => {
    expect(firstWish(index, "")).toMatchObject({
      ...{ by: "topics", topics: ["lxc", "swarm"], concept: "one" },
      ...{ style: "practice", length: 10, asksConfidence: false },
    });
  });

  it("begins with what the address asks for", () => {
    expect(firstWish(index, "?topic=swarm")).toMatchObject({ by: "topics", topics: ["swarm"] });
    const onIdea = firstWish(index, "?concept=two");
    expect(onIdea).toMatchObject({ by: "concepts", concept: "two" });
    expect(matterOf(onIdea, now)).toEqual({ by: "concepts", concepts: ["two"] });
    for (const style of quizStyles) {
      expect(firstWish(index, `?style=${style}`).style).toBe(style);
    }
    const both = firstWish(index, "?concept=two&style=exam");
    expect(both).toMatchObject({ by: "concepts", concept: "two", style: "exam" });
  });

  it("checks each idea of a topic that is said to be known", () => {
    const many = Array.from({ length: 12 }, (_, place) => ({
      ...{ id: `idea-${place}`, topic: "swarm", title: "", needs: [] },
    }));
    const wide = { ...index, concepts: [...index.concepts, ...many] };
    expect(firstWish(wide, "?topic=swarm&style=placement").length).toBe(20);
    expect(firstWish(wide, "?topic=lxc&style=placement").length).toBe(5);
    expect(firstWish(wide, "?topic=swarm").length).toBe(10);
  });

  it("tells of a topic and an idea that the deck does not have", () => {
    expect(unknownAsked(index, "?topic=none")).toBe("none");
    expect(unknownAsked(index, "?topic=lxc&concept=none")).toBe("none");
    for (const known of ["", "?topic=", "?topic=lxc", "?concept=two", "?style=race"]) {
      expect(unknownAsked(index, known)).toBeNull();
    }
  });

  it("takes no notice of what the deck or the program does not know", () => {
    expect(firstWish(index, "?topic=none&concept=none&style=race")).toEqual(firstWish(index, ""));
    expect(firstWish(index, "?style=__proto__&concept=")).toEqual(firstWish(index, ""));
  });
});
