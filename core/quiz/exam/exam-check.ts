import type { Entry, QuizEntry } from "#core/log/types";

/** An entry of a quiz, and when the server took it in by its own clock, milliseconds since 1970. */
export type Witnessed = { entry: Entry; receivedAt: number };

/** What the server knows of how an exam was timed. Times are in milliseconds. */
export type ExamCheck = {
  /** The device that began it. */
  startedOn: string;
  /** The server's where it heard of the start, and of the end, when they were. */
  clock: "server" | "device";
  limit: number;
  /** By the server's clock; null when the exam is over, or its start was heard of too late to tell. */
  left: number | null;
  /** Null until it is handed in. */
  end: ExamEnd | null;
};

export type ExamEnd = {
  /** From the start to the hand-in, by the clock named above. */
  taken: number;
  /** How long after the time was up it was handed in; 0 in time. */
  over: number;
  /** Answers given after the end, on whatever device: they do not count. */
  lateAnswers: number;
};

/** Answers wait to be sent together, and are graded before they are handed in; milliseconds. */
const grace = 15_000;

/** How an exam was timed, from its entries in any order; null when they are not of an exam. */
export function checkExam(witnessed: readonly Witnessed[], now: number): ExamCheck | null {
  const ordered = [...witnessed].sort((a, b) => a.receivedAt - b.receivedAt);
  const start = ordered.find(({ entry }) => isStart(entry));
  const limit = start && isStart(start.entry) ? start.entry.plan?.limit : undefined;
  if (!start || limit === undefined) return null;
  const exam = { start, limit, witnessed: ordered };
  const { device: startedOn } = start.entry;
  const finish = ordered.find(({ entry }) => entry.type === "quiz" && entry.event === "finish");
  if (!finish) {
    const isKnown = !heardLate(exam);
    const left = isKnown ? Math.max(0, start.receivedAt + limit - now) : null;
    return { startedOn, clock: isKnown ? "server" : "device", limit, left, end: null };
  }
  const { clock, taken } = timed(exam, finish);
  const over = taken > limit + grace ? taken - limit : 0;
  const end = { taken, over, lateAnswers: countLate(exam, finish) };
  return { startedOn, clock, limit, left: null, end };
}

type Exam = { start: Witnessed; limit: number; witnessed: readonly Witnessed[] };

/** How far an entry's clock stood behind the server's, its way included. */
const lag = ({ entry, receivedAt }: Witnessed): number => receivedAt - entry.at;

/** The start took longer on its way than what the same device sent later: it was kept offline. */
function heardLate({ start, witnessed }: Exam): boolean {
  const ofDevice = witnessed.filter(({ entry }) => entry.device === start.entry.device);
  return lag(start) - Math.min(...ofDevice.map(lag)) > grace;
}

/**
 * By the server's clock, if the start was heard of at once and so was the end: that is certain when
 * all of it fits into the time, and else when the end was as long on its way as the start.
 */
function timed(exam: Exam, finish: Witnessed): { clock: ExamCheck["clock"]; taken: number } {
  const { start, limit } = exam;
  const taken = finish.receivedAt - start.receivedAt;
  if (!heardLate(exam)) {
    const sameWay =
      finish.entry.device === start.entry.device && Math.abs(lag(finish) - lag(start)) <= grace;
    if (taken <= limit + grace || sameWay) return { clock: "server", taken };
  }
  return { clock: "device", taken: Math.max(0, finish.entry.at - start.entry.at) };
}

function countLate({ start, limit, witnessed }: Exam, finish: Witnessed): number {
  const last = Math.min(start.entry.at + limit, finish.entry.at);
  return witnessed.filter(
    ({ entry }) => entry.type === "quiz" && entry.event === "answer" && entry.at > last,
  ).length;
}

function isStart(entry: Entry): entry is Extract<QuizEntry, { event: "start" }> {
  return entry.type === "quiz" && entry.event === "start" && entry.plan !== null;
}
