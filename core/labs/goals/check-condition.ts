import type { Machine } from "#core/engine/state/machine";
import type { State } from "#core/engine/types";
import type { Checked, Condition } from "./condition";
import {
  checkEnv,
  checkLimited,
  checkRestarts,
  checkRunning,
  checkStopped,
} from "./container-checks";
import { lookInto } from "./look";
import {
  checkAnswers,
  checkCutOff,
  checkJoined,
  checkPublished,
  checkReaches,
} from "./network-checks";
import { checkFile, checkHolds, checkLost, checkMounted } from "./storage-checks";
import {
  checkDangling,
  checkExists,
  checkGone,
  checkPushed,
  checkStarts,
  checkTagged,
} from "./thing-checks";

type Of<Is extends Condition["is"]> = Extract<Condition, { is: Is }>;
type Checks = { [Is in Condition["is"]]: (m: Machine, condition: Of<Is>) => Checked };

const checks: Checks = {
  running: checkRunning,
  stopped: checkStopped,
  exists: checkExists,
  gone: checkGone,
  published: checkPublished,
  answers: checkAnswers,
  reaches: checkReaches,
  "cut-off": checkCutOff,
  joined: checkJoined,
  mounted: checkMounted,
  holds: checkHolds,
  file: checkFile,
  lost: checkLost,
  env: checkEnv,
  restarts: checkRestarts,
  limited: checkLimited,
  starts: checkStarts,
  tagged: checkTagged,
  pushed: checkPushed,
  dangling: checkDangling,
};

/** What a condition wants of a state, and what is still missing. Changes nothing. */
export function checkCondition<Is extends Condition["is"]>(
  state: State,
  condition: Of<Is> & { is: Is },
): Checked {
  const check: (m: Machine, condition: Of<Is>) => Checked = checks[condition.is];
  return check(lookInto(state), condition);
}

/** Whether a state meets a condition. */
export const isMet = (state: State, condition: Condition): boolean =>
  checkCondition(state, condition).missing === null;
