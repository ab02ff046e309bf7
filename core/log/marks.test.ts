import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shuffled } from "#core/random";
import { stepOne } from "#core/scheduling/fsrs";
import type { CardState } from "#core/scheduling/types";
import { foldCard, unseenState } from "./fold-card";
import { foldLog } from "./fold-log";
import { ideaName, isMark, markedState, markKinds, metIdea } from "./marks";
import { randomLog, reviewWith, voidOf } from "./random-log";
import type { Mark, StateEntry } from "./types";

const noon = Date.UTC(2026, 0, 5, 12);
const day = 86_400_000;
const today = Math.floor(noon / day);
let sequence = 100;
const place = (at = noon + 1000) => ({
  ...{ id: `m${sequence}`, device: "phone", sequence: sequence++, at },
  card: "card",
});
const state = (...entries: StateEntry[]): CardState => foldCard("card", entries, 0.9).state;
const known = reviewWith({ id: "known", rating: "easy" });
const again = reviewWith({ id: "again", at: noon + 3 * day, rating: "good" });

const logs = fc.record({ seed: fc.nat(), length: fc.nat(60) }).map(randomLog);

describe("laws of marks", () => {
  it("the last one of a kind in the log's order holds, whatever arrived first", () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, seed) => {
        expect(foldLog(shuffled(log, seed)).states).toEqual(foldLog(log).states);
      }),
    );
  });

  it("voided, each is as if it had never been", () => {
    fc.assert(
      fc.property(logs, (log) => {
        const entries = foldable(log);
        const mark = entries.filter(isMark).find((one) => one.type !== "met");
        if (!mark) return;
        const without = foldCard(mark.card, others(entries, mark), 0.9);
        const voided = [...entries, voidOf(mark, { id: "taking", sequence: 9999 })];
        const { state: folded, facts } = foldCard(mark.card, about(voided, mark.card), 0.9);
        expect({ ...folded, folded: 0 }).toEqual({ ...without.state, folded: 0 });
        expect(facts).toEqual(without.facts);
      }),
    );
  });

  it("no mark but reset and set-date moves what is known of the card", () => {
    fc.assert(
      fc.property(logs, (log) => {
        const entries = foldable(log);
        const kinds = ["suspend", "bury", "flag", "note", "met"];
        const without = foldLog(entries.filter(({ type }) => !kinds.includes(type))).states;
        for (const [card, { marks: _, folded: __, ...plain }] of without) {
          const { marks: ___, folded: ____, ...marked } = foldLog(entries).states.get(card) ?? {};
          expect(marked).toEqual(plain);
        }
      }),
    );
  });
});

const foldable = (log: ReturnType<typeof randomLog>) =>
  log.filter(
    (entry): entry is StateEntry =>
      entry.type === "review" || entry.type === "void" || isMark(entry),
  );
const about = (entries: readonly StateEntry[], card: string) =>
  entries.filter((entry) => entry.type !== "met" && entry.card === card);
const others = (entries: readonly StateEntry[], mark: Mark & { card: string }) =>
  about(entries, mark.card).filter((entry) => entry !== mark);

describe("what a mark makes of a card", () => {
  it("is nothing where nothing is said any more", () => {
    const said: Mark[] = [
      { ...place(), type: "suspend", suspended: true },
      { ...place(), type: "suspend", suspended: false },
      { ...place(), type: "flag", flag: "green" },
      { ...place(), type: "flag", flag: null },
      { ...place(), type: "note", text: "A box." },
      { ...place(), type: "note", text: "" },
    ];
    expect(state(...said)).toEqual({ phase: "new", missed: false, folded: 6 });
    expect(state(...said.slice(0, 1)).marks).toEqual({ suspended: true });
  });

  it("reset: the card begins anew, and its flag and note stay", () => {
    const flag: Mark = { ...place(), type: "flag", flag: "blue" };
    const reset: Mark = { ...place(noon + day), type: "reset" };
    const marks = { flag: "blue", resets: 1 };
    expect(state(known, flag, reset)).toEqual({ phase: "new", missed: false, folded: 3, marks });
    const { at } = again;
    const moment = { ms: at, utcOffset: 0, studyDay: again.studyDay };
    const first = stepOne({ card: "card", state: unseenState, at: moment, retention: 0.9 }, "good");
    expect(state(known, flag, reset, again)).toEqual({ ...first, folded: 4, marks });
    expect(foldCard("card", [known, reset, again], 0.9).facts).toMatchObject([
      { introduced: true },
      { introduced: true, first: true },
    ]);
  });

  it("set-date: the card is due on that day, whatever retention is aimed for, until its review", () => {
    const dueDay = today + 40;
    const date: Mark = { ...place(), type: "set-date", dueDay };
    for (const retention of [0.7, 0.97]) {
      const moved = foldCard("card", [known, date], retention).state;
      expect(moved).toMatchObject({ phase: "review", dueDay, marks: { dueDay } });
      expect(moved.phase !== "new" && Math.floor(moved.due / day)).toBe(dueDay);
    }
    const after = state(known, date, again);
    expect(after.marks).toBeUndefined();
    expect(after).toEqual({ ...state(known, again), folded: 3 });
  });

  it("set-date: takes a card out of its steps, and waits for one that is new", () => {
    const learning = reviewWith({ id: "learning", rating: "again" });
    const date: Mark = { ...place(), type: "set-date", dueDay: today + 2 };
    expect(state(learning, date)).toMatchObject({ phase: "review", step: 0, dueDay: today + 2 });
    expect(state(date)).toMatchObject({ phase: "new", marks: { dueDay: today + 2 } });
  });

  it("of each kind can be told from every other entry", () => {
    const log = randomLog({ seed: 5, length: 400 });
    const kinds = new Set(log.filter(isMark).map(({ type }) => type));
    expect([...kinds].sort()).toEqual([...markKinds].sort());
    expect(log.filter((entry) => !isMark(entry)).map(({ type }) => type)).not.toContain("met");
  });
});

describe("an idea", () => {
  it("stands beside the cards under a name that none can have, and is met or called known", () => {
    const { card: _, ...base } = place();
    const met: Mark = { ...base, type: "met", concept: "images", known: false };
    const { states } = foldLog([met, known]);
    expect([...states.keys()].sort()).toEqual(["card", "idea:images"]);
    expect(metIdea(states, "images")).toBe("shown");
    expect(metIdea(states, "layers")).toBeNull();
    const later: Mark = { ...met, id: "later", sequence: 999, known: true };
    expect(metIdea(foldLog([later, met]).states, "images")).toBe("known");
    const taken = voidOf({ ...later, card: ideaName("images") });
    expect(metIdea(foldLog([later, met, taken]).states, "images")).toBe("shown");
  });

  it("that is marked gives a state that differs from the one before", () => {
    const { card: _, ...base } = place();
    const met: Mark = { ...base, type: "met", concept: "images", known: true };
    expect(markedState(unseenState, met)).toEqual({ ...unseenState, marks: { met: "known" } });
  });
});
