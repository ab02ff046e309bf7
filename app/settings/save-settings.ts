import { reschedule } from "#core/scheduling/fsrs";
import type { Settings } from "#core/scheduling/types";
import { deviceNow } from "#local/store/device-time";
import { currentLearner } from "#local/store/learner";
import { appendToLearner } from "#local/store/learner-store";
import { newId } from "#local/store/new-id";
import { syncNow } from "#local/sync/sync";

/**
 * Each value that was changed here is an entry, so that one changed elsewhere meanwhile stays; a new
 * target moves the days on which cards come back.
 */
export function saveSettings(before: Settings, next: Settings): void {
  const at = deviceNow().ms;
  const keys = Object.keys(next) as (keyof Settings)[];
  const drafts = keys
    .filter((key) => next[key] !== before[key])
    .map((key) => ({
      type: "setting" as const,
      id: newId(),
      at,
      key,
      value: next[key],
    }));
  if (drafts.length === 0) return;
  const moved =
    next.desiredRetention === before.desiredRetention
      ? []
      : [...(currentLearner()?.states ?? [])].map(([card, state]) => ({
          card,
          state: reschedule(card, state, next.desiredRetention),
        }));
  appendToLearner(drafts, moved);
  void syncNow();
}
