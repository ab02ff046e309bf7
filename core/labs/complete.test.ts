import { describe, expect, it } from "vitest";
import { commonStart, complete } from "./complete";
import { startLab } from "./play";

const { state } = startLab({
  seed: 1,
  at: Date.UTC(2026, 11, 1, 9),
  prepared: [
    "docker run -d --name web nginx",
    "docker run -d --name worker alpine sleep 999",
    "docker volume create data",
    "docker network create quay",
    "echo x > notes.txt",
  ],
});
const words = (line: string) => complete(state, line).words;

describe("completion", () => {
  it.each([
    ["dock", ["docker"]],
    ["docker ru", ["run"]],
    ["docker run --na", ["--name"]],
    ["docker stop w", ["web", "worker"]],
    ["docker stop web w", ["worker"]],
    ["docker rmi ng", ["nginx"]],
    ["docker volume rm ", ["data"]],
    ["docker network connect q", ["quay"]],
    ["docker container sta", ["start", "stats"]],
    ["docker ps && docker logs wo", ["worker"]],
    ["cat no", ["notes.txt"]],
    ["docker nosuch ", []],
  ])("of %j offers %j", (line, expected) => {
    expect(words(line)).toEqual(expect.arrayContaining(expected));
    for (const word of expected) expect(words(line)).toContain(word);
    if (expected.length === 0) expect(words(line)).toEqual([]);
  });

  it("begins where the word begins", () => {
    expect(complete(state, "docker stop we")).toEqual({ from: 12, words: ["web"] });
  });

  it("knows what words begin with", () => {
    expect(commonStart(["web", "worker"])).toBe("w");
    expect(commonStart(["web"])).toBe("web");
    expect(commonStart([])).toBe("");
  });
});
