"use client";

import Link from "next/link";
import { useEffect } from "react";
import { watchOwner } from "#local/account";
import type { Learner } from "#local/learner-store";
import { syncSoon, watchPage } from "#local/sync";
import { useLearner } from "#local/use-learner";
import { watchReports } from "#local/waiting-reports";

/** Who studies here and whether all is saved, in a few quiet words. */
export function AccountStatus() {
  const learner = useLearner();
  const signedIn = learner?.owner.kind === "account";
  const isGuest = learner?.owner.kind === "guest";
  useEffect(rememberZone, []);
  // What this page shows is another's then.
  useEffect(() => watchOwner(() => window.location.reload()), []);
  useEffect(() => {
    if (!signedIn) return;
    syncSoon(0);
    return watchPage();
  }, [signedIn]);

  useEffect(() => (isGuest ? watchReports() : undefined), [isGuest]);

  if (!learner) return <span aria-hidden="true">&nbsp;</span>;
  if (learner.owner.kind === "guest") {
    return (
      <>
        {learner.storeFailed ? "not kept: this browser's store is full · " : null}
        <Link href="/login" prefetch={false}>
          Log in
        </Link>
      </>
    );
  }
  return (
    <>
      <span role="status">{savedWords(learner)}</span> ·{" "}
      <Link href={learner.sync === "signed-out" ? "/login" : "/account"} prefetch={false}>
        {learner.sync === "signed-out" ? "Log in again" : "Account"}
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

function savedWords({ unsent, sync, storeFailed }: Learner): string {
  if (storeFailed) return "not kept: this browser's store is full";
  if (unsent === 0) return sync === "offline" ? "offline" : "all saved";
  const what = unsent === 1 ? "1 answer" : `${unsent} answers`;
  if (sync === "offline") return `offline, ${what} kept here`;
  if (sync === "signed-out") return `${what} kept here`;
  if (sync === "failing") return `${what} not saved yet, trying again`;
  return "saving";
}
