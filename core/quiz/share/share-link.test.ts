import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuizQuestion } from "#core/log/types";
import { question } from "#core/quiz/build/build-quiz";
import { readShare, shareIn } from "./read-share";
import { checkOf, shareHash, shareMark } from "./share-link";
import { mostShared, type SharedQuiz, sharedStyles } from "./shared-quiz";

const uint32 = fc.nat(2 ** 32 - 1);
const cardId = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,9}){0,4}$/);

const questions: fc.Arbitrary<Required<QuizQuestion>[]> = fc.uniqueArray(
  fc.record({ card: cardId, seed: uint32, level: fc.nat(100), round: fc.nat(1000) }),
  { selector: ({ card }) => card, minLength: 1, maxLength: mostShared },
);

const shared: fc.Arbitrary<SharedQuiz> = fc
  .record({
    style: fc.constantFrom(...sharedStyles),
    minutes: fc.integer({ min: 1, max: 720 }),
    asksConfidence: fc.boolean(),
    seed: fc.option(uint32),
    questions,
    own: fc.boolean(),
  })
  .map(({ minutes, own, ...rest }) => ({
    ...rest,
    limit: rest.style === "exam" ? minutes * 60_000 : null,
    // As a quiz built from its seed asks them, or each by a seed of its own.
    questions: rest.questions.map((one) =>
      own || rest.seed === null ? one : { ...one, ...question(one.card, rest.seed) },
    ),
  }));

const textOf = (quiz: SharedQuiz): string => shareIn(shareHash(quiz)) ?? "";

describe("a shared quiz", () => {
  it("comes out of its link as it went in", () => {
    fc.assert(
      fc.property(shared, (quiz) => {
        expect(readShare(textOf(quiz))).toEqual({ ok: true, shared: quiz });
      }),
    );
  });

  it("has only what an address may hold in its link", () => {
    fc.assert(
      fc.property(shared, (quiz) => {
        expect(shareHash(quiz)).toMatch(/^#share=[a-z0-9._~-]+$/);
      }),
    );
  });

  it("comes out of a link that was encoded or has a sentence's end behind it", () => {
    fc.assert(
      fc.property(shared, fc.constantFrom("", ".", ")", ").", "\u2026"), (quiz, end) => {
        const read = { ok: true, shared: quiz };
        expect(readShare(`${textOf(quiz)}${end}`)).toEqual(read);
        expect(readShare(encodeURIComponent(`${textOf(quiz)}${end}`))).toEqual(read);
      }),
    );
  });

  it("is told to be damaged when its link lost its end or has a letter changed", () => {
    fc.assert(
      fc.property(shared, fc.nat(), uint32, (quiz, cut, other) => {
        const text = textOf(quiz);
        const kept = text.slice(0, 2 + (cut % (text.length - 3)));
        expect(readShare(kept)).toEqual({ ok: false, problem: { what: "damaged" } });
        const at = 2 + (other % (text.length - 2));
        const changed = `${text.slice(0, at)}${text[at] === "a" ? "b" : "a"}${text.slice(at + 1)}`;
        expect(readShare(changed)).toEqual({ ok: false, problem: { what: "damaged" } });
      }),
    );
  });

  it("is never read from a text that is none, and nothing is thrown", () => {
    const odd = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string().map((text) => `1.${text}`),
      fc.string().map((text) => `1.practice.0.0.-.${text}.${checkOf(`1.practice.0.0.-.${text}`)}`),
      fc.constantFrom("%", "%E0%A4%A", "__proto__", "1.......", "\ud800"),
    );
    fc.assert(
      fc.property(odd, (text) => {
        expect(readShare(text).ok).toBe(false);
      }),
    );
  });
});

/** A link whose check is right, whatever stands before it. */
const checked = (text: string): string => `${text}.${checkOf(text)}`;
const many = (count: number): string =>
  Array.from({ length: count }, (_, place) => `card-${place}`).join("~");

describe("a link", () => {
  it.each([
    ["nothing", "", { what: "empty" }],
    ["a space", " ", { what: "empty" }],
    ["more than any quiz", "a".repeat(40_000), { what: "long" }],
    ["another version", checked("2.practice.0.0.7.one"), { what: "version" }],
    ["a version with more fields", "12.a.b.c.d.e.f.g.h", { what: "version" }],
    ["other words", "hello", { what: "damaged" }],
    ["a wrong check", "1.practice.0.0.7.one.abc", { what: "damaged" }],
    ["an odd wish", checked("1.practice.2.0.7.one"), { what: "damaged" }],
    ["a style that nobody knows", checked("1.race.0.0.7.one"), { what: "style" }],
    ["a placement", checked("1.placement.1.0.7.one"), { what: "style" }],
    ["an exam without time", checked("1.exam.0.0.7.one"), { what: "time" }],
    ["an exam of a whole day", checked("1.exam.0.721.7.one"), { what: "time" }],
    ["time for what is not timed", checked("1.practice.0.5.7.one"), { what: "time" }],
    ["a seed that is no number", checked("1.practice.0.0.A.one"), { what: "seed" }],
    ["a seed beyond what is exact", checked("1.practice.0.0.zzzzzzzzzzz.one"), { what: "seed" }],
    ["no question", checked("1.practice.0.0.7."), { what: "count" }],
    ["too many", checked(`1.practice.0.0.7.${many(101)}`), { what: "count" }],
    ["no card's id", checked("1.practice.0.0.7.one~Two"), { what: "question", question: 2 }],
    ["a level above 100", checked("1.practice.0.0.7.one_2t"), { what: "question", question: 1 }],
    ["too many parts", checked("1.practice.0.0.7.one_1_1_1_1"), { what: "question", question: 1 }],
    [
      "a question without a seed",
      checked("1.practice.0.0.-.one"),
      { what: "question", question: 1 },
    ],
    ["a card twice", checked("1.practice.0.0.7.one~two~one_5"), { what: "twice", question: 3 }],
  ])("with %s says so", (_, text, problem) => {
    expect(readShare(text)).toEqual({ ok: false, problem });
  });

  it("holds as many questions as a quiz may share", () => {
    expect(readShare(checked(`1.practice.0.0.7.${many(mostShared)}`)).ok).toBe(true);
  });

  it("is one only where it says so", () => {
    expect(shareIn(`${shareMark}abc`)).toBe("abc");
    expect(shareIn("#main")).toBeNull();
    expect(shareIn("")).toBeNull();
  });
});
