"use client";

import { accountText } from "#core/text/account/account-text";
import { siteText } from "#core/text/site/site-text";
import { useLearner } from "#local/store/use-learner";
import { useSavedAt } from "#local/store/use-saved-at";
import { momentOf } from "#ui/moment-of";

/** When this browser last handed all it had to the server, and what waits. */
export function LastSaved() {
  const savedAt = useSavedAt();
  const unsent = useLearner()?.unsent ?? 0;
  if (savedAt === null) return null;
  const text = accountText();
  return (
    <p>
      {siteText().lastSaved(momentOf(savedAt))}
      {unsent > 0 && ` ${text.waiting(unsent)}`}
    </p>
  );
}
