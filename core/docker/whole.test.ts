import { describe, expect, it, vi } from "vitest";
import { canonicalCommand } from "./canonical-command";
import given from "./cases.jsonl?raw";
import { NotHereYet } from "./later";
import { measuredWorld } from "./measured-world";
import { readLine } from "./parse/read-line";
import { symbolicWorld } from "./world";

const commands = [
  ...new Set(
    given
      .trim()
      .split("\n")
      .map((line): { a: string; b: string } => JSON.parse(line))
      .flatMap(({ a, b }) => [a, b]),
  ),
];

/** What a line means, or "not here yet". */
function meaningOf(text: string): string {
  return [measuredWorld, symbolicWorld]
    .map((world) => {
      try {
        return JSON.stringify(canonicalCommand(readLine(text, { world })));
      } catch (error) {
        if (error instanceof NotHereYet) return "not here yet";
        throw error;
      }
    })
    .join("\n");
}

const isHere = (meaning: string) => !meaning.includes("not here yet");

it("reads a command without the whole language as with it, or asks for it", async () => {
  const before = commands.map(meaningOf);
  await import("./whole");
  const after = commands.map(meaningOf);
  expect(after.every(isHere)).toBe(true);
  const alike = before.map((meaning, place) => (isHere(meaning) ? meaning : after[place]));
  expect(alike).toEqual(after);
});

describe("a browser that begins without the whole language", () => {
  it.each([
    "docker run -d -p 8080:80 nginx",
    "docker ps -aq --format json",
    "sudo docker volume ls",
  ])("reads %s", async (text) => {
    expect((await newReader())(text)).toMatchObject({ kind: "canonical" });
  });

  it.each([
    "docker service ls",
    "docker run --gpus all nginx",
    "docker network create --subnet 10.0.0.0/24 shop",
    "docker run --device-read-bps /dev/sda:1mb nginx",
    "docker ps --format '{{.ID}}'",
    "docker compose up",
    "$ docker ps",
    "docker ps \u2014all",
  ])("asks for it to read %s", async (text) => {
    const read = await newReader();
    expect(() => read(text)).toThrow("not loaded");
  });
});

async function newReader() {
  vi.resetModules();
  const fresh = await import("./parse/read-line");
  const { canonicalCommand } = await import("./canonical-command");
  return (text: string) => canonicalCommand(fresh.readLine(text));
}
