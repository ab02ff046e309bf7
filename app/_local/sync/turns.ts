import { restBefore, sendPause } from "./send-pause";

/** When exchanges begin by themselves. */
export type Turns = {
  /** Something was answered: it goes with what comes within the pause. */
  gather: () => void;
  /** One is to begin within so many milliseconds, if none does before. */
  within: (ms: number) => void;
  /** One begins now, with all that was gathered. */
  begin: () => void;
  /** Nothing is to come by itself any more. */
  stop: () => void;
};

/** What runs when a turn has come, and whether what was gathered has gone meanwhile. */
type Running = { run: () => void; isSent: () => boolean };

type Timer = ReturnType<typeof setTimeout>;

/** Answers that the pace is taken from. */
const paced = 8;
/** A longer one between two answers is a pause of the learner's, milliseconds. */
const longestGap = 60_000;

export function makeTurns({ run, isSent }: Running): Turns {
  let gathering: Timer | undefined;
  let asking: { timer: Timer; at: number } | null = null;
  /** Of what was answered: the first that was not sent, and the latest. */
  let first = 0;
  let answers = 0;
  let exchanges = 0;
  let latest: number[] = [];
  let begun: number[] = [];

  const stop = () => {
    clearTimeout(gathering);
    clearTimeout(asking?.timer);
    asking = null;
  };
  const after = (ms: number, act: () => void): Timer =>
    setTimeout(act, Math.max(ms, restBefore(begun, Date.now())));
  const sendGathered = () => {
    if (isSent()) answers = 0;
    else run();
  };
  return {
    gather: () => {
      const now = Date.now();
      latest = [...latest, now].slice(-paced);
      if (answers === 0) first = now;
      answers += 1;
      clearTimeout(gathering);
      const pause = sendPause({ answers, waited: now - first, pace: paceOf(latest), exchanges });
      gathering = after(pause, sendGathered);
    },
    within: (ms) => {
      const at = Date.now() + ms;
      if (asking && asking.at <= at) return;
      clearTimeout(asking?.timer);
      asking = { at, timer: after(ms, run) };
    },
    begin: () => {
      stop();
      if (answers > 0) exchanges += 1;
      answers = 0;
      begun = [...begun, Date.now()].slice(-paced);
    },
    stop,
  };
}

/** How far apart some moments are in the mean. */
function paceOf(moments: readonly number[]): number {
  const gaps = moments.slice(1).map((at, place) => at - (moments[place] ?? at));
  const sum = gaps.reduce((total, gap) => total + Math.min(gap, longestGap), 0);
  return gaps.length > 0 ? sum / gaps.length : 0;
}
