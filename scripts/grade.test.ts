import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const cases = readFileSync(join(root, "core/docker/cases.jsonl"), "utf8").trim().split("\n");

/** What the script answers to these lines, through pipes as authors use it. */
async function graded(lines: readonly string[]): Promise<{ verdict: string; why: string }[]> {
  const script = spawn(process.execPath, ["--import", "tsx", "scripts/grade.ts"], { cwd: root });
  script.stdin.end(lines.join("\n"));
  const ended = once(script, "exit");
  const [out, err] = await Promise.all([text(script.stdout), text(script.stderr)]);
  const [status] = await ended;
  expect({ status, err }).toEqual({ status: 0, err: "" });
  return out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("the script gives every measured case its verdict, in order", async () => {
  const answers = await graded(cases);
  const wanted = cases.map((line): { verdict: string } => JSON.parse(line));
  expect(answers.map(({ verdict }) => verdict)).toEqual(wanted.map(({ verdict }) => verdict));
  expect(answers.every(({ why }) => why !== "")).toBe(true);
}, 30_000);

test("what a page put into a command is mended, and said", async () => {
  const b = "docker run --rm --name web alpine";
  const pasted = [
    "docker run –rm –-name web alpine",
    "root@host:~# docker\u00A0run --rm --name web alpine",
  ];
  const answers = await graded(pasted.map((a) => JSON.stringify({ a, b })));
  expect(answers.map(({ verdict }) => verdict)).toEqual(["equal", "equal"]);
  expect(answers[0]?.why).toContain('a: Read "–" as "--", "–-" as "--".');
  expect(answers[1]?.why).toContain('Left out: the prompt "root@host:~#".');
}, 30_000);

test("a line that is no pair has its answer, and those after it theirs", async () => {
  const pair = JSON.stringify({ a: "docker ps", b: "docker container ls" });
  const broken = ["{", "[]", "null", '{"a": "docker ps"}', '{"a": 1, "b": "docker ps"}'];
  const answers = await graded([...broken, "", pair, JSON.stringify({ a: "", b: "docker ps" })]);
  expect(answers.map(({ verdict }) => verdict)).toEqual([
    ...broken.map(() => "unmodelled"),
    "equal",
    "a-invalid",
  ]);
}, 30_000);
