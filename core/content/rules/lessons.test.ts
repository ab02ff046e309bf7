import { describe, expect, test } from "vitest";
import { parseDeck } from "#core/content/compile/parse-deck";
import { sampleFile, sampleHash, sampleLesson, toldOf } from "#core/content/compile/sample-content";

/** What is told when one thing in the lesson is changed, and the line of the change. */
function plantedLesson(from: string, to: string) {
  const { path, text } = sampleLesson;
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`the lesson does not hold ${from}`);
  const changed = text.slice(0, at) + to + text.slice(at + from.length);
  const line = text.slice(0, at).split("\n").length;
  return { line, told: toldOf(sampleFile, { path, text: changed }) };
}

describe("a lesson", () => {
  test("comes out as it was written, each part in its form", () => {
    const parsed = parseDeck([sampleFile, sampleLesson], sampleHash);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    const [lesson] = parsed.deck.lessons;
    expect(lesson?.topic).toBe("harbour");
    expect(lesson?.parts).toMatchObject([
      { form: "text", heading: "Boxes", slides: [61] },
      { form: "now", since: "1956", sources: [{ title: "ISO 668" }] },
      { form: "code", language: "dockerfile", code: "FROM harbour\nRUN lift `box`" },
      {
        form: "terminal",
        text: "$ docker-machine ls -q\nquay",
        proof: { as: "documented", reason: "old-tool" },
        caption: "What it answers.",
      },
    ]);
  });

  test.each([
    ["of no topic", "topic: harbour", "topic: harbor", 'There is no topic "harbor".'],
    ["on a slide outside", "slides: [62]", "slides: [66]", "Slide 66 is outside"],
    ["with an unknown part", "terminal:", "terminall:", "holds one of text, now, code, terminal"],
    ["with a part of two forms", "caption: What it", "now: So.\n      caption: It", "not both"],
    ["in an unknown language", "language: dockerfile", "language: cobol", '"language" cannot be'],
    [
      "with a field that is not known",
      "caption: What it",
      "title: So.\n      caption: It",
      '"title" is no field',
    ],
    ["with a mark left open", "*alike*", "*alike", "never closed"],
  ])("%s is told", (_, from, to, message) => {
    expect(plantedLesson(from, to).told).toMatchObject([
      { file: sampleLesson.path, message: expect.stringContaining(message) },
    ]);
  });

  test("is told with its line", () => {
    const { line, told } = plantedLesson("slides: [62]", "slides: [66]");
    expect(told).toMatchObject([{ line }]);
  });

  test("that leaves a slide of the talk out is told", () => {
    const left = sampleLesson.text.replaceAll("slides: [62]", "slides: [61]");
    expect(toldOf(sampleFile, { ...sampleLesson, text: left })).toMatchObject([
      { message: "No part stands on slide 62." },
    ]);
  });

  test("is neither too short nor too long", () => {
    const told = (text: string) => toldOf(sampleFile, { ...sampleLesson, text });
    const words = "Boxes are *alike* and so are the ships. ";
    expect(told(sampleLesson.text.replace(words, ""))).toEqual([]);
    expect(told(sampleLesson.text.replace(words.repeat(50), words.repeat(20)))).toMatchObject([
      { message: "The lesson has 257 words; two to four minutes are 420 to 900." },
    ]);
    expect(told(sampleLesson.text.replace(words.repeat(50), words.repeat(120)))).toHaveLength(1);
  });

  test("stands in a file called as its topic's", () => {
    const path = "content/lessons/02-harbour.yaml";
    expect(toldOf(sampleFile, { ...sampleLesson, path })).toMatchObject([
      { message: 'The lesson of "harbour" stands in content/lessons/01-harbour.yaml.' },
    ]);
  });
});
