import { takeBack } from "#core/quiz/taking/take-back";
import { deviceNow } from "#local/store/device-time";
import {
  appendToLearner,
  learnerDatabase,
  openLearner,
  writesDone,
} from "#local/store/learner-store";
import { readAll } from "#local/store/local-log";
import { syncSoon } from "#local/sync/sync";

/** Takes back every answer of a quiz that stands; resolves when this browser's store has it. */
export async function takeQuizBack(quiz: string): Promise<void> {
  await writesDone();
  const entries = await readAll(await learnerDatabase());
  const { states, settings } = await openLearner();
  const retention = settings.desiredRetention;
  const { drafts, changes } = takeBack({ quiz, entries, states, retention, now: deviceNow().ms });
  if (drafts.length === 0) return;
  await appendToLearner(drafts, changes);
  syncSoon(0);
}
