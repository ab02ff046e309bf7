import "server-only";
import { type HeldSettings, holdSettings } from "#core/scheduling/settings";
import type { Database } from "#db/client";
import { readSettingPage } from "#db/entries";
import { type LogHead, readLogHead } from "#db/log-heads";
import type { Pace } from "#server/base/give-way";

/** Settings that are read at once. */
const pageSize = 500;

export type HeadWithSettings = Omit<LogHead, "settings"> & { settings: HeldSettings };

/**
 * Where the learner's log stands, with the settings that follow from it; null when the account is
 * gone. Where they were not kept beside the log yet, they are read from it, piece by piece.
 */
export async function logHead(
  database: Database,
  { learner, pace }: { learner: string; pace: Pace },
): Promise<HeadWithSettings | null> {
  const head = await readLogHead(database, learner);
  if (!head) return null;
  const settings = head.settings ?? (await settingsInLog(database, { learner, pace }));
  return { ...head, settings };
}

async function settingsInLog(
  database: Database,
  { learner, pace }: { learner: string; pace: Pace },
): Promise<HeldSettings> {
  let held: HeldSettings = {};
  for (let after: string | null = ""; after !== null; ) {
    const page: Awaited<ReturnType<typeof readSettingPage>> = await readSettingPage(database, {
      learner,
      after,
      limit: pageSize,
    });
    held = holdSettings(held, page.entries);
    after = page.next;
    await pace.rest(page.entries.length);
  }
  return held;
}
