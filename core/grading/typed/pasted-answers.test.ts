import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeCloze } from "#core/grading/kinds/grade-cloze";
import { gradeText } from "#core/grading/kinds/grade-text";
import { gradeTyped } from "./grade-typed";

const asked = { refuse: [], exact: true };
const dashes = "\u2010\u2011\u2012\u2212\u2013\u2014\u2015\u2E3A\uFE58\uFE63\uFF0D";
const spaces = "\u00A0\u2003\u2009\u202F\u3000";
const unseen = "\u00AD\u200B\u200D\u200E\u2060\uFEFF";

describe("a pasted answer", () => {
  it.each(["docker run --rm -it alpine", "--name", "-d", "-aq", "docker ps --filter name=web"])(
    "is %s whatever a page made of it",
    (answer) => {
      const pick = (from: string) => fc.constantFrom(...from);
      fc.assert(
        fc.property(
          pick(dashes),
          pick(dashes),
          pick(spaces),
          pick(unseen),
          (one, two, space, none) => {
            const pasted = answer
              .replace(/(^| )--/g, `$1${one}`)
              .replace(/(^| )-(?=\w)/g, `$1${two}`)
              .replace(/ /g, space)
              .replace(/[a-z]/, `$&${none}`);
            const card = { ...asked, accept: [answer] };
            expect([pasted, gradeTyped(card, pasted).outcome]).toEqual([pasted, "correct"]);
          },
        ),
      );
    },
  );

  it("is right with a sign that shows nothing at any place, first and last, too", () => {
    const lineBreaks = "\u2028\u2029\u0085";
    for (const answer of ["docker ps", "web", "--name"]) {
      for (const sign of spaces + unseen + lineBreaks) {
        const places = unseen.includes(sign)
          ? Array.from({ length: answer.length + 1 }, (_, place) => place)
          : [0, answer.length];
        for (const place of places) {
          const pasted = answer.slice(0, place) + sign + answer.slice(place);
          const card = { ...asked, accept: [answer] };
          expect([pasted, gradeTyped(card, pasted).outcome]).toEqual([pasted, "correct"]);
        }
      }
    }
  });

  it.each([
    ["docker ps &gt; out.txt", "docker ps > out.txt"],
    ["&quot;a&quot; &amp;&amp; b", '"a" && b'],
    ["\u001B[32mme@host\u001B[0m:~$ docker ps", "docker ps"],
    ["\u279C  app git:(main) docker ps", "docker ps"],
  ])("is taken back: %s", (pasted, answer) => {
    expect(gradeTyped({ ...asked, accept: [answer] }, pasted).outcome).toBe("correct");
  });

  it("says what was mended, to a gap and to a question", () => {
    const card = { ...asked, accept: ["docker run --rm"] };
    const said = ["Read `–` as `--`.", "Left out: the prompt `$`."];
    const answer = "$ docker run –rm";
    expect(gradeText(card, { text: answer }).reasons).toEqual(said);
    const cloze = { kind: "cloze", ...card } as unknown as Parameters<typeof gradeCloze>[0];
    expect(gradeCloze(cloze, { kind: "cloze", text: answer }).reasons).toEqual(said);
  });

  it("says nothing of quotes where they do not count", () => {
    const card = { accept: ["don't"], refuse: [], exact: false };
    expect(gradeText(card, { text: "don’t" })).toMatchObject({ outcome: "correct", reasons: [] });
  });

  it("is still wrong for one hyphen too few where both were typed plainly", () => {
    const card = { ...asked, accept: ["--rm"] };
    expect(gradeTyped(card, "-rm").outcome).toBe("wrong");
    expect(gradeTyped(card, "\u2013rm").outcome).toBe("correct");
  });
});
