import { msPerDay } from "#core/scheduling/study-day";
import type { CardState, Marks } from "#core/scheduling/types";
import type { Entry, Mark, StateEntry } from "./types";

/** The kinds of entry that mark a card or an idea. */
export const markKinds = [
  ...(["suspend", "bury", "reset", "set-date", "flag", "note", "met"] as const),
] satisfies readonly Mark["type"][];

/** The name under which an idea's state stands among those of cards: no card has such a name. */
export function ideaName(concept: string): string {
  return `idea:${concept}`;
}

/** Whether the learner was shown an idea, or said to know it; null for neither. */
export function metIdea(
  states: ReadonlyMap<string, CardState>,
  concept: string,
): "shown" | "known" | null {
  return states.get(ideaName(concept))?.marks?.met ?? null;
}

/** Whose state an entry makes: a card's name or an idea's; null where it makes none. */
export function subjectOf(entry: Entry): string | null {
  if (entry.type === "met") return ideaName(entry.concept);
  return isStateEntry(entry) ? entry.card : null;
}

/** Whether an entry makes a state. */
export function isStateEntry(entry: Entry): entry is StateEntry {
  return entry.type === "review" || entry.type === "void" || isMark(entry);
}

/** Whether an entry is a mark. */
export function isMark(entry: Entry): entry is Mark {
  return markKinds.some((kind) => kind === entry.type);
}

/** The state after a mark, but for how many entries it was folded from. */
export function markedState(state: CardState, mark: Mark): CardState {
  const marks = state.marks ?? {};
  switch (mark.type) {
    case "suspend":
      return withMarks(state, { ...marks, suspended: mark.suspended || undefined });
    case "bury":
      return withMarks(state, { ...marks, buriedOn: mark.studyDay });
    case "flag":
      return withMarks(state, { ...marks, flag: mark.flag ?? undefined });
    case "note":
      return withMarks(state, { ...marks, note: mark.text });
    case "met":
      return withMarks(state, { ...marks, met: mark.known ? "known" : "shown" });
    case "reset": {
      const { folded } = state;
      const left = { ...marks, dueDay: undefined, resets: (marks.resets ?? 0) + 1 };
      return withMarks({ phase: "new", missed: false, folded }, left);
    }
    case "set-date":
      return withMarks(dueOn(state, mark.dueDay), { ...marks, dueDay: mark.dueDay });
  }
}

/** A card in its steps leaves them; a new one has no day, and waits for the one in its marks. */
function dueOn(state: CardState, dueDay: number): CardState {
  if (state.phase === "new") return state;
  const due = state.due + (dueDay - state.dueDay) * msPerDay;
  return { ...state, phase: "review", step: 0, due, dueDay };
}

type Given = { [Name in keyof Marks]?: Marks[Name] | undefined };

/** The marks in one order, and none that say nothing: the same marks are the same text everywhere. */
function withMarks(state: CardState, given: Given): CardState {
  const { suspended, buriedOn, resets, dueDay, flag, note, met } = given;
  const { marks: _, ...plain } = state;
  const marks: Marks = {
    ...(suspended && { suspended }),
    ...(buriedOn !== undefined && { buriedOn }),
    ...(resets !== undefined && { resets }),
    ...(dueDay !== undefined && { dueDay }),
    ...(flag !== undefined && { flag }),
    ...(note && { note }),
    ...(met !== undefined && { met }),
  };
  return Object.keys(marks).length > 0 ? { ...plain, marks } : plain;
}
