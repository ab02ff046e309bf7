import { describe, expect, test } from "vitest";
import { terminalStretches } from "./terminal-lines";

describe("a terminal of a lesson", () => {
  test("is what was typed and what was shown, in turn", () => {
    expect(terminalStretches("$ docker ps -q\n3f1c2a\n9be07d\n$ docker stop 3f\n3f")).toEqual([
      { kind: "typed", text: "docker ps -q" },
      { kind: "shown", text: "3f1c2a\n9be07d" },
      { kind: "typed", text: "docker stop 3f" },
      { kind: "shown", text: "3f" },
    ]);
  });

  test("takes lines after a backslash for one command", () => {
    expect(terminalStretches("$ docker run \\\n    nginx\nhello")).toEqual([
      { kind: "typed", text: "docker run \\\n    nginx" },
      { kind: "shown", text: "hello" },
    ]);
  });

  test("may begin with what is shown, and have commands that show nothing", () => {
    expect(terminalStretches("Welcome\n$ true\n$ false")).toEqual([
      { kind: "shown", text: "Welcome" },
      { kind: "typed", text: "true" },
      { kind: "typed", text: "false" },
    ]);
  });
});
