import type { Entry } from "#core/log/types";
import type { CardState, Settings } from "#core/scheduling/types";
import type { StoreTrouble } from "#local/browser/store-trouble";
import { type Owner, ownerKey } from "./owner";

/** Whether what this browser holds is on the server too. `full`: it takes no more for now. */
export type SyncState = "idle" | "sending" | "offline" | "signed-out" | "failing" | "full";

/** What the pages know of the learner, as of now. A new object for each change. */
export type Learner = {
  owner: Owner;
  states: ReadonlyMap<string, CardState>;
  settings: Settings;
  /** Entries of about the last day: enough to count what was done today. */
  recent: readonly Entry[];
  unsent: number;
  sync: SyncState;
  /** Why the browser's store could not be written, so that what was answered is only in this page. */
  trouble: StoreTrouble | null;
  /** The store was cleared under this page, and what was in it has not come back from the server. */
  cleared: boolean;
};

type Listener = () => void;

let learner: Learner | null = null;
const listeners = new Set<Listener>();

export function subscribeLearner(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The learner once opened, null before. */
export function currentLearner(): Learner | null {
  return learner;
}

/** Names the store of whoever the page is about; before that is known, a guest's. */
export function currentOwner(): string {
  return ownerKey(learner?.owner ?? { kind: "guest" });
}

/** Whether the page is about the learner of this store. */
export function isLearnerOf(owner: string): boolean {
  return learner !== null && ownerKey(learner.owner) === owner;
}

/** Puts a learner who was read in place of what was known, and tells all who listen. */
export function showLearner(read: Learner): void {
  learner = read;
  for (const listener of listeners) listener();
}

/** Changes what is known of the learner; nothing before one was opened. */
export function update(change: Partial<Learner>): void {
  if (learner) showLearner({ ...learner, ...change });
}

/** Says why the store takes nothing; null where it does. Nothing is drawn anew where that is known. */
export function showTrouble(trouble: StoreTrouble | null): void {
  if (currentLearner()?.trouble !== trouble) update({ trouble });
}

/** Knows of no learner any more, and tells nobody: another one is opened next. */
export function forgetLearner(): void {
  learner = null;
}
