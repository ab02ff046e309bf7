"use client";

import { siteText } from "#core/text/site/site-text";
import { useLearner } from "#local/store/use-learner";

/** Says that the browser cannot keep what is answered, where it is instead, and what to do. */
export function StoreFull() {
  const learner = useLearner();
  if (!learner?.storeFailed) return null;
  const text = siteText();
  const { owner, unsent } = learner;
  if (owner.kind === "guest") return <p>{text.storeFullGuest}</p>;
  return <p>{unsent === 0 ? text.storeFullSaved : text.storeFullUnsent(unsent)}</p>;
}
