import { describe, expect, it } from "vitest";
import type { Card } from "#core/content/types";
import { foldLog } from "#core/log/fold-log";
import type { Entry } from "#core/log/types";
import { knownState, madeNow } from "#core/scheduling/made-queue";
import type { CardState } from "#core/scheduling/types";
import { anyCard, findable, findCards, type Wish } from "./find-cards";
import { earlierActs, markMany, unmarkMany } from "./mark-many";

const today = madeNow.studyDay;
const base = {
  ...{ concept: "kernel", version: "v1", covers: [], slides: [36], explain: "", sources: [] },
};
const recall = (id: string, topic: string, front: string): Card => ({
  ...{ ...base, id, topic, front, kind: "recall", answer: "The *Host's* kernel." },
});
const cloze: Card = {
  ...{ ...base, id: "gap", topic: "lxc", front: "", kind: "cloze", refuse: [] },
  ...{ before: "All share one", after: ", which is old.", accept: ["kernel"], exact: false },
};
const cards = [
  recall("a", "lxc", "What do `lxc` boxes share?"),
  recall("b", "docker", "Who began it?"),
  recall("c", "docker", "And why?"),
  cloze,
].map(findable);
const states = new Map<string, CardState>([
  ["a", knownState({ lapses: 9, dueDay: today + 3, marks: { flag: "blue", note: "My Quay" } })],
  ["b", knownState({ dueDay: today - 2, marks: { suspended: true } })],
  ["c", knownState({ phase: "relearning", dueDay: today, marks: { buriedOn: today } })],
]);
const found = (wish: Partial<Wish>) =>
  findCards(cards, states, { wish: { ...anyCard, ...wish }, today }).map(({ id }) => id);

describe("findCards", () => {
  it("finds all cards where nothing is asked for, in their order", () => {
    expect(found({})).toEqual(["a", "b", "c", "gap"]);
  });

  it("by every word of both sides, in any order, and of the learner's note", () => {
    expect(found({ words: "  KERNEL host" })).toEqual(["a", "b", "c"]);
    expect(found({ words: "share" })).toEqual(["a", "gap"]);
    expect(found({ words: "quay lxc" })).toEqual(["a"]);
    expect(found({ words: "`" })).toEqual([]);
  });

  it.each<[Partial<Wish>, string[]]>([
    [{ topic: "docker" }, ["b", "c"]],
    [{ kind: "cloze" }, ["gap"]],
    [{ standing: "new" }, ["gap"]],
    [{ standing: "review" }, ["a"]],
    [{ standing: "suspended" }, ["b"]],
    [{ standing: "buried" }, ["c"]],
    [{ standing: "learning" }, []],
    [{ flag: "blue" }, ["a"]],
    [{ flag: "green" }, []],
    [{ due: "today" }, ["b", "c"]],
    [{ due: "week" }, ["a", "b", "c"]],
    [{ due: "later" }, []],
    [{ lapses: 9 }, ["a"]],
    [{ lapses: 10 }, []],
    [{ topic: "docker", due: "today", standing: "suspended" }, ["b"]],
  ])("by %j", (wish, ids) => {
    expect(found(wish)).toEqual(ids);
  });

  it("shows a gap as a gap", () => {
    expect(findable(cloze).front).toBe("All share one … , which is old.");
  });
});

describe("one act on many cards", () => {
  let count = 0;
  const making = { newId: () => `id-${count++}`, now: { ms: madeNow.ms, utcOffset: 0 } };
  const asEntries = (drafts: readonly object[]) =>
    drafts.map((draft, place) => ({ ...draft, device: "d", sequence: place + 1 }) as Entry);

  it("marks each as the fold does, and is taken back as if it had never been", () => {
    const all = ["x", "y", "z"];
    const marked = markMany(all, { type: "flag", flag: "green" }, { ...making, states: new Map() });
    const after = foldLog(asEntries(marked.drafts)).states;
    expect(new Map(marked.changes.map(({ card, state }) => [card, state]))).toEqual(after);
    const back = unmarkMany(marked, { ...making, states: after });
    const folded = foldLog(asEntries([...marked.drafts, ...back.drafts])).states;
    expect(new Map(back.changes.map(({ card, state }) => [card, state]))).toEqual(folded);
    expect(folded.get("x")).toEqual({ phase: "new", missed: false, folded: 2 });
  });

  it("after another is taken back the other way round, to the first", () => {
    let states = new Map<string, CardState>();
    const take = (changes: readonly { card: string; state: CardState }[]) => {
      states = new Map([...states, ...changes.map(({ card, state }) => [card, state] as const)]);
    };
    const first = markMany(["x", "y"], { type: "suspend", suspended: true }, { ...making, states });
    take(first.changes);
    const second = markMany(["x"], { type: "flag", flag: "blue" }, { ...making, states });
    take(second.changes);
    const back = unmarkMany(second, { ...making, states });
    take(back.changes);
    expect(states.get("x")?.marks).toEqual({ suspended: true });
    const [left] = earlierActs([first], back.changes);
    if (!left) throw new Error("There is one");
    take(unmarkMany(left, { ...making, states }).changes);
    expect(states.get("x")).toEqual({ phase: "new", missed: false, folded: 4 });
    expect(states.get("y")).toEqual({ phase: "new", missed: false, folded: 2 });
  });

  it("keeps what a card was answered since", () => {
    const marked = markMany(["x"], { type: "bury" }, { ...making, states: new Map() });
    const since = knownState({ folded: 2 });
    const back = unmarkMany(marked, { ...making, states: new Map([["x", since]]) });
    expect(back.changes).toEqual([{ card: "x", state: { ...since, folded: 3 } }]);
  });
});
