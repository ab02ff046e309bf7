import { readShort, removeShort, writeShort } from "./short-storage";

/** An exam whose clock runs. `deadline`: by this device's clock, milliseconds since 1970. */
export type RunningExam = { owner: string; quiz: string; deadline: number };

const key = "mooring.running-exam";

/** Notes that an exam's clock runs, for the pages that are opened meanwhile. */
export function noteRunning(exam: RunningExam): void {
  writeShort(key, JSON.stringify(exam));
}

/** Forgets an exam that is over. */
export function forgetRunning(quiz: string): void {
  if (readNote()?.quiz === quiz) removeShort(key);
}

/** The exam of this owner whose clock runs at a moment, milliseconds since 1970; null where none does. */
export function runningExam(owner: string, now: number): RunningExam | null {
  const exam = readNote();
  return exam && exam.owner === owner && exam.deadline > now ? exam : null;
}

function readNote(): RunningExam | null {
  try {
    const value: unknown = JSON.parse(readShort(key) ?? "null");
    return isRunning(value) ? value : null;
  } catch {
    // A value that is not ours is treated as none.
    return null;
  }
}

function isRunning(value: unknown): value is RunningExam {
  if (typeof value !== "object" || value === null) return false;
  const { owner, quiz, deadline } = value as Record<string, unknown>;
  return typeof owner === "string" && typeof quiz === "string" && typeof deadline === "number";
}
