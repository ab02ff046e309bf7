import { describe, expect, test } from "vitest";
import { msPerMinute } from "#core/scheduling/study-day";
import { isUntouched, showAgain } from "./keep-current";
import { newSession } from "./session";
import { answer, at, begin, play, rate, recalled, reveal, start, undo } from "./study-story";

describe("a session that becomes known of more", () => {
  const earlier = begin(["one", "two", "three"]);
  const anew = (waiting: string[], step?: string) =>
    newSession({ ...earlier, waiting, steps: step ? [{ card: step, due: start }] : [] });

  test("keeps the card on the screen where it is still to be studied", () => {
    const kept = showAgain(anew(["two", "one"]), earlier, at(1));
    expect(kept.current).toBe(earlier.current);
    expect(kept.waiting).toEqual(["two"]);
    const step = showAgain(anew(["two"], "one"), earlier, at(1));
    expect(step).toMatchObject({ current: { card: "one" }, waiting: ["two"], steps: [] });
  });

  test("shows another card where that one was studied elsewhere", () => {
    expect(showAgain(anew(["two"]), earlier, at(1)).current?.card).toBe("two");
    expect(showAgain(anew([]), earlier, at(1)).current).toBeNull();
    const later = { ...anew(["two"]), steps: [{ card: "one", due: start + 9 * msPerMinute }] };
    expect(showAgain(later, earlier, at(1)).current?.card).toBe("two");
  });

  test("shows a first card where there was none", () => {
    expect(showAgain(anew(["two"]), begin([]), at(1)).current?.card).toBe("two");
  });
});

describe("isUntouched", () => {
  const fresh = begin(["one", "cloze"]);
  test.each([
    ["a session just begun", fresh, true],
    ["one with nothing to do", begin([]), true],
    ["one whose card is turned", play(fresh, reveal("one", 1)).session, false],
    ["one with a rating", play(fresh, reveal("one", 1), rate("one", "good", 2)).session, false],
    [
      "one with its rating undone",
      play(fresh, ...recalled("one", "good", 2), undo(3)).session,
      true,
    ],
    [
      "one with an answer",
      play(begin(["cloze"]), answer("cloze", { kind: "cloze", text: "kernel" })).session,
      false,
    ],
  ])("%s: %s", (_, session, expected) => {
    expect(isUntouched(session)).toBe(expected);
  });
});
