import { describe, expect, test } from "vitest";
import { sampleFile, toldOf } from "#core/content/compile/sample-content";

const path = "content/roads.yaml";
/** A road of the sample with nothing wrong in it. */
const sound = `roads:
  - id: yard
    title: The yard
    about: From boxes to cranes.
    first: [box-match, crane-choice, box-classify]
    next: [box-gap, crane-run]
    lead: [crane, box]
`;

/** What is told of the roads when one thing in them is changed, or in the topic's file. */
function toldWith(from: string, to: string, text = sampleFile.text) {
  expect(`${sound}${sampleFile.text}`).toContain(from);
  return toldOf({ ...sampleFile, text }, { path, text: sound.replace(from, to) });
}

test("a sound road is let through", () => {
  expect(toldWith("The yard", "The yard")).toEqual([]);
});

describe("a road is told of, on the line of it", () => {
  test.each([
    ["that names no card", "next: [box-gap", "next: [box-gab", 6, 'no card "box-gab"'],
    ["that names a card twice", "next: [box-gap", "next: [box-match", 6, '"box-match" is named'],
    ["that leads with no idea", "lead: [crane", "lead: [crain", 7, 'no concept "crain"'],
    ["that leads with an idea twice", "lead: [crane", "lead: [box", 7, '"box" is named twice'],
    ["of two first cards", ", box-classify]", "]", 5, "first"],
    ["that begins with typing", "box-classify]", "box-year]", 5, "its kind is text"],
    ["that begins with recall", "box-classify]", "box-what]", 5, "its kind is recall"],
    [
      "whose idea comes too early",
      "[box-match, crane-choice",
      "[crane-order, box-match",
      5,
      '"crane-order" is about "crane", which needs "box"',
    ],
    ["with a field of its own", "lead:", "led:", 2, "lead"],
    [
      "that is not alone in its id",
      "roads:",
      `roads:${sound.slice(6)}`.trimEnd(),
      8,
      "there twice",
    ],
    ["with an open mark", "From boxes", "From `boxes", 4, "no meaning"],
  ])("%s", (_, from, to, line, message) => {
    const told = toldWith(from, to).filter((one) => one.message.includes(message));
    expect(told).toMatchObject([{ file: path, line }]);
  });

  test.each([
    ["slides", "Who lifts the load?", "Who lifts the load on slide 61?"],
    ["a year", "text: The ship", "text: The ship of 1956"],
    ["a version", "text: The sea", "text: Sea 1.9"],
  ])("whose first cards speak of %s", (_, from, to) => {
    const told = toldWith("yard", "yard", sampleFile.text.replace(from, to));
    expect(told).toMatchObject([{ file: path, line: 5, message: expect.stringContaining("says") }]);
  });
});

test("what is told after the answer may name a year", () => {
  const text = sampleFile.text.replace("why: It only carries.", "why: It carries since 1956.");
  expect(toldWith("yard", "yard", text)).toEqual([]);
});

test.each([
  ["a list", "- a", "The file of the roads holds roads."],
  ["no list of roads", "roads: 3", '"roads" must be a list.'],
])("%s is told of", (_, text, message) => {
  expect(toldOf(sampleFile, { path, text })).toMatchObject([{ file: path, line: 1, message }]);
});
