import { describe, expect, it } from "vitest";
import { extraTimes } from "#core/scheduling/settings";
import { spokenFor, spokenLeft } from "./spoken-left";

const minute = 60_000;
/** Every second of the longest exam there is, and the moments around each. */
const limits = extraTimes.map((percent) => 40 * minute * (1 + percent / 100));
const moments = (limit: number) =>
  Array.from({ length: limit / 1000 + 1 }, (_, second) => second * 1000).flatMap((at) => [
    at - 1,
    at,
    at + 1,
  ]);

describe("what is said of an exam's time", () => {
  it.each(limits)("is true at every moment of %i ms, in an exam opened at any of them", (limit) => {
    const untrue: unknown[] = [];
    for (const left of moments(limit)) {
      for (const sinceOpened of [0, 1, spokenFor - 1, spokenFor, limit]) {
        const said = spokenLeft(left, sinceOpened);
        if (said && !isTrue(said, left)) untrue.push({ left, sinceOpened, said });
      }
    }
    expect(untrue).toEqual([]);
  });

  it.each(limits)("is said once at 10, 5 and 1 minutes and at the end of %i ms", (limit) => {
    const heard: string[] = [];
    for (let left = limit; left >= -1000; left -= 1000) {
      const said = spokenLeft(left, limit);
      const words = said && (said.is === "up" ? "up" : `${said.minutes}`);
      if (words && words !== heard.at(-1)) heard.push(words);
    }
    expect(heard).toEqual(["10", "5", "1", "up"]);
  });

  it("is said when an exam is opened in the middle, and then falls silent", () => {
    expect(spokenLeft(6 * minute + 59_000, 0)).toEqual({ is: "less", minutes: 7 });
    expect(spokenLeft(6 * minute + 49_000, spokenFor)).toBeNull();
    expect(spokenLeft(9 * minute + 49_000, spokenFor)).toBeNull();
  });
});

function isTrue(said: NonNullable<ReturnType<typeof spokenLeft>>, left: number): boolean {
  if (said.is === "up") return left <= 0;
  return left < said.minutes * minute && left >= (said.minutes - 1) * minute;
}
