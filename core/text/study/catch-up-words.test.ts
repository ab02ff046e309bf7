import { expect, it } from "vitest";
import { catchUpWords } from "./catch-up-words";

// 1970-01-01, study day 0, was a Thursday.
const limits = { minutesPerDay: 10, reviewsPerDay: 100 };

it("names the day of the week, and later than that the date", () => {
  const said = (studyDay: number | null) => catchUpWords({ studyDay }, limits, 2);
  expect(said(3)).toBe(
    "At 10 minutes a day you are caught up by tomorrow. New cards rest until then.",
  );
  expect(said(7)).toContain("by Thursday.");
  expect(said(14)).toMatch(/by (15 Jan|Jan 15)\./);
  expect(said(null)).toContain("more than three months");
});

it("names the reviews of a day where no minutes are set", () => {
  expect(catchUpWords({ studyDay: 3 }, { ...limits, minutesPerDay: 0 }, 2)).toContain(
    "100 reviews",
  );
});
