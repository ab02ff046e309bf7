import { describe, expect, test } from "vitest";
import { planted, toldOf } from "#core/content/compile/sample-content";

type Offence = [what: string, from: string, to: string, message: string];

/** Told once, on the line where it was planted. */
function expectTold([, from, to, message]: Offence) {
  const { file, line } = planted(from, to);
  expect(toldOf(file)).toMatchObject([{ line, message: expect.stringContaining(message) }]);
}

describe("slides", () => {
  test.each<Offence>([
    [
      "of a point",
      "slide: 62",
      "slide: 65",
      'Point "62a" stands on slide 65, outside slides 60 to 64.',
    ],
    [
      "of a concept",
      "slides: [62, 63]",
      "slides: [62, 65]",
      "crane: slide 65 is outside the topic's",
    ],
    ["of a card", "slides: [63]", "slides: [59]", "crane-parts: slide 59 is outside the topic's"],
  ])("%s", (...offence) => expectTold(offence));

  test("of a topic stand in order", () => {
    const [told] = toldOf(planted("slides: [60, 64]", "slides: [64, 60]").file);
    expect(told?.message).toBe("The last slide stands before the first.");
  });
});
