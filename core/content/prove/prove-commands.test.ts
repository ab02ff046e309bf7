import { expect, test } from "vitest";
import { parseDeck } from "#core/content/compile/parse-deck";
import { planted, sampleFile, sampleHash } from "#core/content/compile/sample-content";
import { gradeAnswer } from "#core/grading/grade";

/** What is told of the sample with one thing changed in it. */
function toldOf(from: string, to: string) {
  const { file, line } = planted(from, to);
  const parsed = parseDeck([file], sampleHash, gradeAnswer);
  return { line, problems: parsed.ok ? [] : parsed.problems };
}

test("the sample's commands are judged as it says", () => {
  expect(parseDeck([sampleFile], sampleHash, gradeAnswer)).toMatchObject({ ok: true });
});

test.each([
  ["an answer that is refused", "answer: docker run -d", "answer: docker run -q1 -d", "refused"],
  [
    "an answer that is not modelled",
    "answer: docker run -d",
    "answer: ls; docker run -d",
    "unmodelled",
  ],
  [
    "a right answer that is wrong",
    "--publish {{port}}:80",
    "--publish 80:{{port}}",
    "judged wrong",
  ],
  [
    "a right answer that is wrong for one drawn value",
    "--publish {{port}}:80",
    "--publish 8080:80",
    "judged wrong",
  ],
  ["a wrong answer that is right", "-p 80:{{port}}", "-p {{port}}:80/tcp", "judged same"],
  ["a wrong answer that is refused", "-p 80:{{port}}", "--port 80:{{port}}", "judged refused"],
  ["a refused answer that is read", "run -pd {{port}}", "run -dp {{port}}", "judged wrong"],
  ["an aspect that no right answer needs", "may: [rm]", "may: [rm, mount]", "mount"],
  [
    "an aspect that no wrong answer breaks",
    "may: [rm]",
    "may: [rm]\n    mustNot: [mount]",
    "mount",
  ],
  [
    "a range that is none",
    "may: [rm]",
    "may: [rm]\n    range: {memory: {from: much}}",
    '"much" is no number',
  ],
  ["a range without an end", "may: [rm]", "may: [rm]\n    range: {memory: {or: [1]}}", "no bound"],
  [
    "a range of what the answer does not say",
    "may: [rm]",
    "may: [rm]\n    range: {memory: {from: answer}}",
    '"answer" is no number',
  ],
  [
    "a range that no right answer uses",
    "may: [rm]",
    "may: [rm]\n    range: {memory: {from: 1}}",
    "no right answer has another value",
  ],
  [
    "a range that no wrong answer leaves",
    "may: [rm]\n    right:",
    "may: [rm]\n    range: {memory: {from: 1}}\n    right:\n      - docker run -m 1g -d -p {{port}}:80 --name {{name}} nginx",
    "out of its range",
  ],
  [
    "a place with nothing to draw from",
    "docker run -d -p {{port}}",
    "docker run -d -p {{prot}}",
    "{{prot}}",
  ],
  ["values that stand nowhere", "draw: {name:", "draw: {size: [a, b], name:", "stands nowhere"],
  ["a place that the front does not tell", "on port {{port}}.", "on its port.", "does not tell"],
])("%s is told", (_, from, to, message) => {
  const { problems } = toldOf(from, to);
  expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
  expect(problems.every(({ file }) => file === sampleFile.path)).toBe(true);
});

test("it is told on the line of the command, once for all seeds", () => {
  const { line, problems } = toldOf("--publish {{port}}:80", "--publish 80:{{port}}");
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ line });
});

test.each([
  [
    "both ways",
    "number: {value: 2, tolerance: 0}",
    "number: {value: 2, tolerance: 0}\n    options: [{text: a, why: w, right: true}, {text: b, why: w}, {text: c, why: w}]",
  ],
  ["neither way", "number: {value: 2, tolerance: 0}", "sources: []"],
])("an output card that asks %s is told", (_, from, to) => {
  const messages = toldOf(from, to).problems.map((problem) => problem.message);
  expect(messages.join("\n")).toContain("either by options or by typing");
});
