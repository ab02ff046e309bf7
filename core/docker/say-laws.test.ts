import { describe, expect, it } from "vitest";
import { scanInline } from "#core/content/inline";
import { canonicalCommand } from "./canonical-command";
import cases from "./cases.jsonl?raw";
import { differencesOf } from "./compare-commands";
import { parseCommand } from "./parse-command";
import { describeEffect } from "./say/describe-effect";
import { engineRequests } from "./say/engine-requests";
import { findSlip } from "./say/find-slip";
import { sayRefused } from "./say/refused-words";
import { firstDifference, sayDifference } from "./say/say-difference";
import type { Canonical } from "./types";

const pairs = cases
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { a: string; b: string });

/** Words for a reader: begins with a capital or code, ends as a sentence, every mark closed. */
function expectSentence(text: string) {
  expect(text).toMatch(/^[A-Z`].*[.:]$/su);
  expect(scanInline(text).open).toBeNull();
  expect(text).not.toMatch(/undefined|\[object|[\uE000-\uE003]|\$"/u);
}

const read = (text: string) => canonicalCommand(parseCommand(text));

describe("of every measured pair", () => {
  it("each difference is a sentence, and the first is one of them", () => {
    for (const { a, b } of pairs) {
      const [wanted, given] = [read(a), read(b)];
      if (wanted.kind !== "canonical" || given.kind !== "canonical") continue;
      const differences = differencesOf(wanted, given);
      for (const one of differences) expectSentence(sayDifference(one, { wanted, given }));
      if (differences.length > 0) expect(differences).toContain(firstDifference(differences));
    }
  });

  it("a slip is a sentence, and an equal command makes none", () => {
    for (const { a, b } of pairs) {
      const wanted = read(a);
      if (wanted.kind !== "canonical") continue;
      const parsed = parseCommand(b);
      const given = canonicalCommand(parsed);
      const canonical = given.kind === "canonical" ? given : null;
      const slip = findSlip({ parsed, canonical }, wanted);
      if (slip !== null) expectSentence(slip);
      if (canonical && differencesOf(wanted, canonical).length === 0) {
        expect([b, slip]).toEqual([b, null]);
      }
    }
  });

  it("what it does is told in sentences, and what the engine is asked in requests", () => {
    const commands = pairs.flatMap(({ a, b }) => [read(a), read(b)]);
    for (const one of commands.filter((each): each is Canonical => each.kind === "canonical")) {
      for (const told of describeEffect(one)) expectSentence(told);
      for (const { method, path } of engineRequests(one)) {
        expect(`${method} ${path}`).toMatch(/^(GET|POST|PUT|DELETE) \/\S+$/);
        expect(path).not.toContain("undefined");
      }
    }
  });

  it("a refusal keeps the program's own words", () => {
    for (const { a, b } of pairs) {
      for (const found of [read(a), read(b)]) {
        if (found.kind !== "refused") continue;
        const { message, hint } = sayRefused(found);
        expect(message).toBe(found.message);
        if (hint !== null) expectSentence(hint);
      }
    }
  });
});
