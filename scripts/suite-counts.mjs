/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * A suite that is one test: passed or not.
 * @param {boolean} passed
 * @returns {Counts}
 */
export function oneTest(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/**
 * What Vitest reports. A failure that belongs to no test, such as a file that does not load, counts
 * as one, and so does a run without any test.
 * @param {unknown} report its JSON, or null where it wrote none
 * @param {number} exitCode
 * @returns {Counts}
 */
export function vitestCounts(report, exitCode) {
  return atLeastOneTest(
    {
      passed: numberIn(report, "numPassedTests"),
      failed: numberIn(report, "numFailedTests"),
      skipped: numberIn(report, "numPendingTests") + numberIn(report, "numTodoTests"),
    },
    exitCode,
  );
}

/**
 * What Playwright reports. A test that passed only when it was tried again has failed.
 * @param {unknown} report its JSON, or null where it wrote none
 * @param {number} exitCode
 * @returns {Counts}
 */
export function playwrightCounts(report, exitCode) {
  const stats = fieldOf(report, "stats");
  return atLeastOneTest(
    {
      passed: numberIn(stats, "expected"),
      failed: numberIn(stats, "unexpected") + numberIn(stats, "flaky"),
      skipped: numberIn(stats, "skipped"),
    },
    exitCode,
  );
}

/**
 * @param {Counts[]} suites
 * @returns {Counts}
 */
export function sumCounts(suites) {
  return suites.reduce((sum, { passed, failed, skipped }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
    skipped: sum.skipped + skipped,
  }));
}

/**
 * @param {Counts} counts
 * @returns {string} `12 passed, 0 failed`
 */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * @param {Counts} counts
 * @param {number} exitCode
 */
function atLeastOneTest(counts, exitCode) {
  const wrong = exitCode !== 0 || counts.passed + counts.failed === 0;
  return wrong && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {unknown} report
 * @param {string} name
 */
function numberIn(report, name) {
  const value = fieldOf(report, name);
  return typeof value === "number" ? value : 0;
}

/**
 * @param {unknown} report
 * @param {string} name
 * @returns {unknown}
 */
function fieldOf(report, name) {
  if (typeof report !== "object" || report === null) return undefined;
  return Reflect.get(report, name);
}
