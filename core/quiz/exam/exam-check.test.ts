import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuizEntry, QuizGiven, QuizPlan } from "#core/log/types";
import { checkExam, type Witnessed } from "./exam-check";

const second = 1000;
const minute = 60 * second;
const limit = 20 * minute;
const plan: QuizPlan = {
  topics: ["lxc"],
  questions: [{ card: "a", seed: 1 }],
  style: "exam",
  limit,
};
const given: QuizGiven = {
  card: "a",
  answer: { kind: "choice", option: 0 },
  confidence: null,
  duration: 1,
};

/** Moments are milliseconds after the server's noon; `lag` is what the entry took to arrive. */
type At = { at: number; lag?: number; device?: string };

function witnessed(event: "start" | "answer" | "finish", { at, lag = 0, device = "d" }: At) {
  const base = { type: "quiz", id: `${event}${at}`, device, sequence: 1, at, quiz: "q" } as const;
  const entry: QuizEntry =
    event === "start"
      ? { ...base, event, plan }
      : event === "answer"
        ? { ...base, event, plan: null, given }
        : { ...base, event, plan: null };
  return { entry, receivedAt: at + lag } satisfies Witnessed;
}

const start = witnessed("start", { at: 0, lag: second });
const answer = witnessed("answer", { at: 5 * minute, lag: 4 * second });

describe("an exam under way", () => {
  it("has what the server's clock leaves it", () => {
    expect(checkExam([start, answer], 6 * minute)).toEqual({
      ...{ startedOn: "d", clock: "server", limit, end: null },
      left: limit - 6 * minute + second,
    });
    expect(checkExam([start], 60 * minute)?.left).toBe(0);
  });

  it("is timed by its device when its start was kept offline", () => {
    const late = witnessed("start", { at: 0, lag: 5 * minute });
    expect(checkExam([late, answer], 6 * minute)).toMatchObject({ clock: "device", left: null });
  });

  it("does not mind a clock that is wrong all the time", () => {
    const wrong = (one: Witnessed, by: number): Witnessed => ({
      entry: { ...one.entry, at: one.entry.at - by },
      receivedAt: one.receivedAt,
    });
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 600 }), (minutes) => {
        const off = [start, answer].map((one) => wrong(one, minutes * minute));
        expect(checkExam(off, 6 * minute)).toEqual(checkExam([start, answer], 6 * minute));
      }),
    );
  });

  it("is none without a start, or without a limit", () => {
    expect(checkExam([answer], 0)).toBeNull();
    expect(checkExam([], 0)).toBeNull();
    const untimed = { ...start.entry, plan: { topics: [], questions: [] } } as QuizEntry;
    expect(checkExam([{ entry: untimed, receivedAt: 0 }], 0)).toBeNull();
  });
});

describe("an exam handed in", () => {
  const ended = (at: At, ...more: Witnessed[]) =>
    checkExam([start, answer, witnessed("finish", at), ...more], 99 * minute);

  it("was timed by the server when it heard of both ends", () => {
    expect(ended({ at: 12 * minute, lag: 3 * second })).toMatchObject({
      ...{ clock: "server", left: null },
      end: { taken: 12 * minute + 2 * second, over: 0, lateAnswers: 0 },
    });
  });

  it("was in time by the server, whatever another device's clock says", () => {
    const elsewhere = { at: 3 * minute, lag: 9 * minute, device: "phone" };
    expect(ended(elsewhere)).toMatchObject({ clock: "server", end: { over: 0 } });
  });

  it("was late by the server when it came as fast as its start", () => {
    const { clock, end } = ended({ at: 27 * minute, lag: second }) ?? {};
    expect([clock, end?.over]).toEqual(["server", 7 * minute]);
  });

  it("was timed by its device when its end was kept offline", () => {
    expect(ended({ at: 15 * minute, lag: 30 * minute })).toMatchObject({
      clock: "device",
      end: { taken: 15 * minute, over: 0 },
    });
  });

  it("was timed by its device when all of it came at once", () => {
    const all = [0, 5, 15].map((at) => ({ at: at * minute, lag: (20 - at) * minute }));
    const [first, second, third] = all as [At, At, At];
    const sent = [witnessed("start", first), witnessed("answer", second)];
    const check = checkExam([...sent, witnessed("finish", third)], 99 * minute);
    expect(check).toMatchObject({ clock: "device", end: { taken: 15 * minute, over: 0 } });
  });

  it("counts the answers that came after its end, and the first hand-in alone", () => {
    const finish = { at: 10 * minute, lag: second };
    const after = witnessed("answer", { at: 11 * minute, lag: second, device: "phone" });
    const again = witnessed("finish", { at: 12 * minute, lag: second, device: "phone" });
    expect(ended(finish, after, again)?.end).toEqual({
      ...{ taken: 10 * minute, over: 0, lateAnswers: 1 },
    });
  });

  it("is checked the same in whatever order its entries are read", () => {
    const log = [start, answer, witnessed("finish", { at: 12 * minute, lag: 3 * second })];
    fc.assert(
      fc.property(fc.shuffledSubarray(log, { minLength: 3 }), (shuffled) => {
        expect(checkExam(shuffled, 0)).toEqual(checkExam(log, 0));
      }),
    );
  });
});
