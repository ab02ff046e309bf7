"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { siteText } from "#core/text/site/site-text";
import { idle } from "#local/browser/idle";
import type { Learner } from "#local/store/learner";
import { watchOwner } from "#local/store/owner";
import { keepTheme } from "#local/store/theme";
import { useLearner } from "#local/store/use-learner";
import { useSavedAt } from "#local/store/use-saved-at";
import { watchEnding } from "#local/sync/ending";
import { sendUnsent, syncSoon, watchPage } from "#local/sync/sync";
import { watchReports } from "#local/sync/waiting-reports";
import { momentOf } from "#ui/moment-of";
import { AccountMenu } from "./account-menu";

/** Whether all is saved, in a few quiet words, and the way to the learner's own pages. */
export function AccountStatus() {
  const learner = useLearner();
  const savedAt = useSavedAt();
  const signedIn = learner?.owner.kind === "account";
  const isGuest = learner?.owner.kind === "guest";
  useEffect(() => void idle().then(rememberZone), []);
  useEffect(watchEnding, []);
  // What this page shows is another's then.
  useEffect(() => watchOwner(() => window.location.reload()), []);
  useEffect(() => {
    if (!signedIn) return;
    syncSoon(0);
    return watchPage();
  }, [signedIn]);

  const theme = learner?.settings.theme;
  useEffect(() => theme && keepTheme(theme), [theme]);

  useEffect(() => (isGuest ? watchReports() : undefined), [isGuest]);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was answered is sent as its page is left
  useEffect(sendUnsent, [path]);

  return (
    <>
      {learner && <Words learner={learner} savedAt={savedAt} />}
      <AccountMenu owner={learner?.owner ?? null} />
    </>
  );
}

function Words({ learner, savedAt }: { learner: Learner; savedAt: number | null }) {
  const text = siteText();
  if (learner.owner.kind === "guest") {
    return (
      <>
        {learner.trouble && <span>{text.notKept}</span>}
        <LogIn>{text.logIn}</LogIn>
      </>
    );
  }
  return (
    <>
      <span role="status" title={savedAt === null ? undefined : text.lastSaved(momentOf(savedAt))}>
        {savedWords(learner)}
      </span>
      {learner.sync === "signed-out" && <LogIn>{text.logInAgain}</LogIn>}
    </>
  );
}

function LogIn({ children }: { children: ReactNode }) {
  return (
    <Link href="/login" prefetch={false}>
      {children}
    </Link>
  );
}

/**
 * Pages that the server renders need the zone in which the learner's day begins. To find its name
 * takes a browser as long as to draw a card.
 */
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
  if (sync === "full") return text.heldBack(unsent);
  if (sync === "failing") return text.tryingAgain(unsent);
  return text.saving;
}
