"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { siteText } from "#core/text/site/site-text";
import type { Learner } from "#local/store/learner-store";
import { watchOwner } from "#local/store/owner";
import { useLearner } from "#local/store/use-learner";
import { useSavedAt } from "#local/store/use-saved-at";
import { watchEnding } from "#local/sync/ending";
import { sendUnsent, syncSoon, watchPage } from "#local/sync/sync";
import { watchReports } from "#local/sync/waiting-reports";
import { momentOf } from "#ui/moment-of";

/** Who studies here and whether all is saved, in a few quiet words. */
export function AccountStatus() {
  const learner = useLearner();
  const savedAt = useSavedAt();
  const signedIn = learner?.owner.kind === "account";
  const isGuest = learner?.owner.kind === "guest";
  useEffect(rememberZone, []);
  useEffect(watchEnding, []);
  // What this page shows is another's then.
  useEffect(() => watchOwner(() => window.location.reload()), []);
  useEffect(() => {
    if (!signedIn) return;
    syncSoon(0);
    return watchPage();
  }, [signedIn]);

  useEffect(() => (isGuest ? watchReports() : undefined), [isGuest]);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was answered is sent as its page is left
  useEffect(sendUnsent, [path]);

  const text = siteText();
  if (!learner) return <span aria-hidden="true">&nbsp;</span>;
  if (learner.owner.kind === "guest") {
    return (
      <>
        {learner.trouble && `${text.notKept} · `}
        <Link href="/login" prefetch={false}>
          {text.logIn}
        </Link>
      </>
    );
  }
  return (
    <>
      <span role="status" title={savedAt === null ? undefined : text.lastSaved(momentOf(savedAt))}>
        {savedWords(learner)}
      </span>{" "}
      ·{" "}
      <Link href={learner.sync === "signed-out" ? "/login" : "/account"} prefetch={false}>
        {learner.sync === "signed-out" ? text.logInAgain : text.account}
      </Link>
    </>
  );
}

/** Pages that the server renders need the zone in which the learner's day begins. */
function rememberZone(): void {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `mooring.zone=${encodeURIComponent(timeZone)}; path=/; max-age=31536000; samesite=lax`;
}

function savedWords({ unsent, sync, trouble }: Learner): string {
  const text = siteText();
  if (trouble) return unsent === 0 ? text.allSaved : text.notKept;
  if (unsent === 0) return sync === "offline" ? text.offline : text.allSaved;
  if (sync === "offline") return text.offlineKept(unsent);
  if (sync === "signed-out") return text.kept(unsent);
  if (sync === "failing") return text.tryingAgain(unsent);
  return text.saving;
}
