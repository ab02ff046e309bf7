import { expect, it } from "vitest";
import { checkWork, noteWork } from "./work-account";

const start = 1_700_000_000_000;
const refusal = (learner: string, now: number): unknown => {
  try {
    checkWork(learner, now);
    return null;
  } catch (error) {
    return error;
  }
};

it("lets a learner's work take half a minute, then half of one processor", () => {
  noteWork("ann", { spent: 29_999, now: start });
  expect(refusal("ann", start)).toBeNull();
  noteWork("ann", { spent: 10_001, now: start });
  // 10 s too much are given again after 20 s.
  expect(refusal("ann", start)).toMatchObject({ kind: "wait", seconds: 21 });
  expect(refusal("ann", start + 19_999)).toMatchObject({ seconds: 1 });
  expect(refusal("ann", start + 20_002)).toBeNull();
});

it("counts each learner alone, and never saves up more than the most", () => {
  noteWork("bob", { spent: 1, now: start });
  noteWork("bob", { spent: 30_001, now: start + 3_600_000 });
  expect(refusal("bob", start + 3_600_000)).toMatchObject({ kind: "wait" });
  expect(refusal("cat", start)).toBeNull();
  noteWork("cat", { spent: 1, now: start });
  expect(refusal("cat", start - 3_600_000)).toBeNull();
});
