import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shuffled } from "#core/random";
import { defaultSettings } from "#core/scheduling/settings";
import { foldLog } from "./fold-log";
import { subjectOf } from "./marks";
import { randomLog, reviewWith } from "./random-log";
import type { Entry } from "./types";

const logs = fc.record({ seed: fc.nat(), length: fc.nat(150) }).map(randomLog);

describe("foldLog", () => {
  it("gives the same from the entries of three devices in any order of arrival", () => {
    fc.assert(
      fc.property(logs, fc.nat(), (entries, seed) => {
        expect(foldLog(shuffled(entries, seed))).toEqual(foldLog(entries));
      }),
    );
  });

  it("counts each entry that makes a state once, and only those", () => {
    fc.assert(
      fc.property(logs, (entries) => {
        const { states } = foldLog(entries);
        const folded = [...states.values()].reduce((sum, state) => sum + state.folded, 0);
        const counted = entries.filter((entry) => subjectOf(entry) !== null);
        expect(folded).toBe(counted.length);
      }),
    );
  });

  it("of one card does not depend on the entries of others", () => {
    fc.assert(
      fc.property(logs, (entries) => {
        const { states, facts } = foldLog(entries, 0.9);
        for (const card of states.keys()) {
          const own = entries.filter((entry) => subjectOf(entry) === card);
          const alone = foldLog(own, 0.9);
          expect(alone.states).toEqual(new Map([[card, states.get(card)]]));
          expect(alone.facts.get(card)).toEqual(facts.get(card));
        }
      }),
    );
  });

  it("takes the desired retention that the log sets, unless another is given", () => {
    const review = reviewWith({ id: "1", rating: "easy" });
    const place = { id: "2", device: "phone", sequence: 2, at: review.at + 1 };
    const setting: Entry = { type: "setting", ...place, key: "desiredRetention", value: 0.7 };
    const dueDay = (entries: Entry[], retention?: number) => {
      const state = foldLog(entries, retention).states.get("card");
      return state && state.phase !== "new" ? state.dueDay - review.studyDay : null;
    };
    expect(dueDay([review])).toBeLessThan(12);
    expect(dueDay([review, setting])).toBeGreaterThan(60);
    expect(dueDay([review, setting], 0.9)).toBe(dueDay([review]));
    expect(foldLog([setting]).settings).toEqual({ ...defaultSettings, desiredRetention: 0.7 });
  });

  it("passes over quizzes' plans and kinds of entry that it does not know", () => {
    const place = { device: "phone", sequence: 1, at: 1 };
    const entries: Entry[] = [
      { type: "quiz", id: "1", ...place, quiz: "q", event: "finish", plan: null },
      { type: "unknown", id: "2", ...place, kind: "hide", body: { card: "card" } },
    ];
    expect(foldLog(entries).states.size).toBe(0);
  });

  it("gives the same whatever kinds and fields stand in a log that no version before knew", () => {
    const anyFields = fc.dictionary(
      fc.string().map((name) => `new ${name}`),
      fc.jsonValue(),
    );
    const anyKind = fc.record({
      kind: fc.constantFrom("hide", "__proto__", "review "),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(logs, anyFields, fc.array(anyKind), fc.nat(), (log, fields, kinds, seed) => {
        const grown = log.map((entry) => ({ ...fields, ...entry }));
        const others = kinds.map(({ kind, at }, i) => {
          const base = { id: `new${i}`, device: "phone", sequence: i + 1, at };
          // As the server tells it to who can read it no more than we, and as a newer server does.
          return i % 2
            ? { ...base, type: "unknown", kind, body: { card: "a", ...fields } }
            : { ...fields, ...base, type: kind, card: "a" };
        });
        const all = shuffled([...grown, ...others] as Entry[], seed);
        expect(foldLog(all)).toEqual(foldLog(log));
      }),
    );
  });
});
