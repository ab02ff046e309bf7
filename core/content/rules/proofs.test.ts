import { describe, expect, test } from "vitest";
import { sampleFile, sampleLesson, toldOf } from "#core/content/compile/sample-content";
import { sampleRecording, toldOfTerminal } from "#core/content/compile/sample-recording";

const recorded = 'recorded: {session: boxes, engine: "28.5.2"}';
const source = 'source: {title: Lifting, url: "https://example.org/lifting"}';
const run = `$ docker run -d --name web nginx
0000000000000000000000000000000000000000000000000000000000000abc`;
const list = `$ docker ps -a
CONTAINER ID   IMAGE     STATUS                   NAMES
07f3b82ce915   nginx     Up 3 weeks               web
d4fc045c9e3a   nginx     Exited (0) 2 hours ago   old`;

describe("a terminal", () => {
  test.each([
    ["two commands of one recording", `${run}\n${list}`, recorded],
    ["lines left out by their mark", "$ docker ps -a\nCONTAINER ID   IMAGE     …\n…", recorded],
    ["an id cut by a sign", `${run.replace(/0{52}abc/, "…")}`, recorded],
    [
      "an address of its own, and a long line broken",
      "$ docker ping 10.0.0.5:80\ndocker: one line of an answer that is so long that\nno terminal of 80 columns could hold it",
      recorded,
    ],
    [
      "Compose, which speaks with its own version",
      "$ docker compose ls\nNAME                STATUS\nshop                running(1)",
      'recorded: {session: boxes, engine: "28.5.2", compose: "2.40.3"}',
    ],
    ["the system alone", "$ uname -r\n6.1.0", 'recorded: {session: boxes, system: "Debian 12"}'],
    ["a tool that is gone", "$ docker-machine ls", `documented: {reason: old-tool, ${source}}`],
    [
      "an image that nobody recorded",
      "$ docker run swarm create",
      `documented: {reason: old-tool, ${source}}`,
    ],
    [
      "another engine",
      "$ docker -H tcp://10.0.0.5:4000 info",
      `documented: {reason: old-tool, ${source}}`,
    ],
    [
      "another system, and its sign",
      "$ uname -r\n6.10.0-linuxkit",
      `documented: {reason: other-system, ${source}}`,
    ],
  ])("may show %s", (_, terminal, proof) => {
    expect(toldOfTerminal(terminal, proof).told).toEqual([]);
  });

  test.each([
    ["nothing that it is known by", run, "", 0, "Nothing says by what it is known"],
    [
      "two things that it is known by",
      run,
      `${recorded}\n      documented: {reason: old-tool, ${source}}`,
      4,
      "one of them is right",
    ],
    [
      "a recording that is not there",
      run,
      'recorded: {session: crates, engine: "28.5.2"}',
      3,
      "There is no recording content/recorded/crates.yaml",
    ],
    [
      "another version than the recording's",
      run,
      'recorded: {session: boxes, engine: "29.0.0"}',
      3,
      "It was recorded with engine 28.5.2.",
    ],
    [
      "no version of Compose, which speaks",
      "$ docker compose ls\nNAME                STATUS\nshop                running(1)",
      recorded,
      4,
      "It was recorded with compose 2.40.3.",
    ],
    ["a command that was not typed", "$ docker ps", recorded, 1, "does not hold `docker ps`"],
    ["commands in another order", `${list}\n${run}`, recorded, 5, "only before what stands above"],
    [
      "a line that was not shown",
      `${run}\n${list.replace("nginx     Up", "redis     Up")}`,
      recorded,
      5,
      'the text has "07f3b82ce915   redis     Up 3 weeks               web"',
    ],
    [
      "a line left out with no sign",
      `${run}\n${list.replace(/\nd4.*/, "")}`,
      recorded,
      6,
      "Where the text ends",
    ],
    [
      "an id cut with no sign",
      run.replace(/0{52}abc/, "0abc"),
      recorded,
      2,
      'the text has "0000000000abc"',
    ],
    [
      "a table set otherwise",
      list.replaceAll("   IMAGE", "     IMAGE").replaceAll("   nginx", "     nginx"),
      recorded,
      2,
      "The column IMAGE does not stand where Docker sets it.",
    ],
    [
      "a document for what can be run",
      run,
      `documented: {reason: old-tool, ${source}}`,
      3,
      "Every command of it can be run",
    ],
    [
      "a document for one of today's commands that nobody recorded",
      "$ docker run --rm nginx ls",
      `documented: {reason: old-tool, ${source}}`,
      2,
      "Every command of it can be run",
    ],
    [
      "another system without its sign",
      "$ uname -r\n6.1.0",
      `documented: {reason: other-system, ${source}}`,
      3,
      "Every command of it can be run",
    ],
    [
      "a reason that is none",
      "$ uname -r",
      `documented: {reason: lack-of-time, ${source}}`,
      2,
      '"reason" cannot be "lack-of-time"',
    ],
  ])("may not have %s", (_, terminal, proof, below, message) => {
    const { line, told } = toldOfTerminal(terminal, proof);
    expect(told).toMatchObject([{ line: line + below, message: expect.stringContaining(message) }]);
  });
});

test("a card is told by its id", () => {
  const text = sampleFile.text.replace(/ {4}documented: .*\n/, "");
  expect(toldOf({ ...sampleFile, text })).toMatchObject([
    { message: expect.stringMatching(/^crane-shown: Nothing says/) },
  ]);
});

test("a recording that was never made counts as none, and its own mistakes are told", () => {
  const text = sampleRecording.text.replace(/ {2}made: .*\n/, "");
  const lesson = sampleLesson.text.replace(/documented: .*/, recorded);
  const told = (recording: string) =>
    toldOf(sampleFile, { ...sampleLesson, text: lesson }, { ...sampleRecording, text: recording });
  expect(told(text)).toMatchObject([{ message: expect.stringContaining("never made") }]);
  expect(told(text.replace("about:", "title:")).map(({ file }) => file)).toContain(
    sampleRecording.path,
  );
});
