"use client";

import { storeText } from "#core/text/site/store-text";
import type { Learner } from "#local/store/learner";
import { useLearner } from "#local/store/use-learner";

/** Says that the browser cannot keep what is answered, where it is instead, and what to do. */
export function StoreNotice() {
  const learner = useLearner();
  if (!learner) return null;
  const words = learner.trouble ? troubleWords(learner.trouble, learner) : clearedWords(learner);
  return words && <p>{words}</p>;
}

function troubleWords(trouble: NonNullable<Learner["trouble"]>, { owner, unsent }: Learner) {
  const text = storeText();
  // What it holds is noted down, and the page that comes after it takes it in.
  if (trouble === "newer") return text.newer;
  if (owner.kind === "guest") return text.guest(trouble);
  return unsent === 0 ? text.saved(trouble) : text.unsent(trouble, unsent);
}

function clearedWords({ cleared, owner }: Learner): string | null {
  if (!cleared) return null;
  return owner.kind === "guest" ? storeText().clearedGuest : storeText().clearedAccount;
}
