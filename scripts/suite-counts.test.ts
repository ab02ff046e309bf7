import { describe, expect, it } from "vitest";
import { countsLine, oneTest, playwrightCounts, sumCounts, vitestCounts } from "./suite-counts.mjs";

describe("vitestCounts", () => {
  const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };

  it("counts tests", () => {
    expect(vitestCounts(report, 0)).toEqual({ passed: 7, failed: 0, skipped: 2 });
    expect(vitestCounts({ ...report, numFailedTests: 3 }, 1)).toMatchObject({ failed: 3 });
  });

  it("counts a failure that belongs to no test", () => {
    expect(vitestCounts(report, 1)).toEqual({ passed: 7, failed: 1, skipped: 2 });
  });

  it.each([null, {}, "?"])("counts a run without any test as a failure: %j", (empty) => {
    expect(vitestCounts(empty, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe("playwrightCounts", () => {
  it("counts tests, one that passed at the second try among the failed", () => {
    const report = { stats: { expected: 9, unexpected: 1, flaky: 2, skipped: 1 } };
    expect(playwrightCounts(report, 1)).toEqual({ passed: 9, failed: 3, skipped: 1 });
  });

  it("counts a failure that belongs to no test, and a run without any", () => {
    const report = { stats: { expected: 9, unexpected: 0, flaky: 0, skipped: 0 } };
    expect(playwrightCounts(report, 1)).toMatchObject({ passed: 9, failed: 1 });
    expect(playwrightCounts({ stats: { expected: 0 } }, 0)).toMatchObject({ failed: 1 });
    expect(playwrightCounts(null, 1)).toMatchObject({ failed: 1 });
  });
});

describe("countsLine", () => {
  it("sums the suites up, and speaks of skipped tests only where there are any", () => {
    const suites = [oneTest(true), oneTest(false), { passed: 10, failed: 0, skipped: 0 }];
    expect(countsLine(sumCounts(suites))).toBe("11 passed, 1 failed");
    expect(countsLine({ passed: 1, failed: 0, skipped: 2 })).toBe("1 passed, 0 failed, 2 skipped");
  });
});
