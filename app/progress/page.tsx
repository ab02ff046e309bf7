import type { Metadata } from "next";
import { cookies } from "next/headers";
import { progressText } from "#core/text/progress/progress-text";
import { AdoptAccount } from "#local/account/adopt-account";
import { deckCatalog } from "#server/base/catalog";
import { database } from "#server/base/database";
import { forPage } from "#server/base/for-page";
import { isTryLater } from "#server/base/try-later";
import { readProgress } from "#server/log/progress";
import { currentLearner } from "#server/session/learner";
import { ProgressView } from "#ui/progress/progress-view";
import { GuestProgress } from "./guest-progress";
import { SendFirst } from "./send-first";
import { TryAgain } from "./try-again";

export const metadata: Metadata = { title: progressText().title };

/** Rendered for the learner who is logged in; a guest's is computed in the browser. */
export default async function ProgressPage() {
  const catalog = await deckCatalog();
  const learner = await currentLearner();
  if (!learner) return <GuestProgress indexAddress={catalog.addresses.index} />;
  const zone = (await cookies()).get("mooring.zone")?.value ?? null;
  const asked = { learner: learner.id, catalog, zone, now: Date.now() };
  const read = await forPage(readProgress(database(), asked)).catch(laterOnly);
  return (
    <AdoptAccount id={learner.id} email={learner.email}>
      {"later" in read ? (
        <TryAgain message={read.later} />
      ) : (
        <>
          <SendFirst version={read.version} />
          <ProgressView index={catalog.index} model={read.model} />
        </>
      )}
    </AdoptAccount>
  );
}

/** Why there is nothing to see now, where it is that the server takes no more for a moment. */
function laterOnly(error: unknown): { later: string } {
  if (isTryLater(error)) return { later: error.message };
  throw error;
}
