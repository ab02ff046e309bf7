import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalCommand } from "./canonical-command";
import cases from "./cases.jsonl?raw";
import { compareCommands } from "./compare-commands";
import { measuredWorld } from "./measured-world";
import { longestCommand } from "./parse/read-line";
import { parseCommand } from "./parse-command";
import { printCommand } from "./print-command";
import type { Canonical, World } from "./types";
import { symbolicWorld } from "./world";

const measured = cases
  .trim()
  .split("\n")
  .map((line): { a: string; b: string } => JSON.parse(line));
const commands = [...new Set(measured.flatMap(({ a, b }) => [a, b]))];

const worlds: readonly World[] = [symbolicWorld, measuredWorld];

const canonicalOf = (text: string, world: World) => canonicalCommand(parseCommand(text, { world }));

const meaning = ({ program, action, aspects }: Canonical) => ({
  program,
  action,
  aspects: aspects.map(({ name, value, level }) => ({ name, value, level })),
});

const fragments = fc.constantFrom(
  ..."docker run -d -it --rm -p 8080:80 --name web nginx ' \" \\ $ $PWD $( ` | > < ~ -- = - -v ./x:/y ~/x é 🐳 \u2014rm “a” compose up exec service create --mount type=bind,src=/a,dst=/b".split(
    " ",
  ),
  " ",
  "\n",
);
const odd = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join("")),
  fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join(" ")),
  fc.array(fragments, { maxLength: 20 }).map((parts) => `docker ${parts.join(" ")}`),
);

describe("laws of typed commands", () => {
  test("no text throws, and a command always equals itself", () => {
    fc.assert(
      fc.property(odd, fc.constantFrom(...worlds), (text, world) => {
        const parsed = parseCommand(text, { world });
        const { verdict } = compareCommands(parsed, parsed);
        expect(verdict).not.toBe("different");
        expect(verdict).not.toBe("b-invalid");
      }),
      { numRuns: 3000 },
    );
  });

  test("columns lie inside the text and parts stand in order", () => {
    fc.assert(
      fc.property(odd, (text) => {
        const parsed = parseCommand(text);
        const spans = "span" in parsed ? [parsed.span, ...parsed.parts] : parsed.parts;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length + 1);
        }
      }),
    );
  });

  test("printing a canonical command and parsing it again gives the same meaning", () => {
    const wrong: string[] = [];
    for (const world of worlds) {
      for (const text of commands) {
        const first = canonicalOf(text, world);
        if (first.kind !== "canonical") continue;
        const printed = printCommand(first);
        const second = canonicalOf(printed, world);
        const same =
          second.kind === "canonical" &&
          JSON.stringify(meaning(second)) === JSON.stringify(meaning(first)) &&
          printCommand(second) === printed;
        if (!same) wrong.push(`${text} printed as ${printed}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("random commands too survive printing and parsing", () => {
    fc.assert(
      fc.property(odd, (text) => {
        const first = canonicalOf(text, symbolicWorld);
        if (first.kind !== "canonical") return;
        const second = canonicalOf(printCommand(first), symbolicWorld);
        if (second.kind !== "canonical") expect.fail(`${text} -> ${printCommand(first)}`);
        expect(meaning(second)).toEqual(meaning(first));
      }),
      { numRuns: 2000 },
    );
  });

  const options = [
    "-d",
    "--rm",
    "-it",
    "-p 8080:80",
    "-p 443:443",
    "--name web",
    "-e A=1",
    "-e B=2",
    "-v data:/data",
    "--mount type=bind,src=/h,dst=/c",
    "-l x=y",
    "--network mynet",
    "--link db",
    "-m 512m",
    "--restart no",
  ];

  test("shuffling the options never changes what is meant", () => {
    const shuffled = fc
      .subarray(options)
      .chain((some) =>
        fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
      );
    fc.assert(
      fc.property(shuffled, ([some, other]) => {
        const a = parseCommand(`docker run ${some.join(" ")} nginx sh`);
        const b = parseCommand(`docker container run ${other.join(" ")} nginx:latest sh`);
        expect(compareCommands(a, b).verdict).toBe("equal");
      }),
    );
  });

  test("comparing is symmetric", () => {
    const mirror: Record<string, string> = { "a-invalid": "b-invalid", "b-invalid": "a-invalid" };
    const wrong = measured.filter(({ a, b }) => {
      const world = { world: measuredWorld };
      const left = parseCommand(a, world);
      const right = parseCommand(b, world);
      const there = compareCommands(left, right).verdict;
      return compareCommands(right, left).verdict !== (mirror[there] ?? there);
    });
    expect(wrong).toEqual([]);
  });

  test("work grows with the length: the longest odd texts stay quick", () => {
    for (const unit of [
      "-e A=1 ",
      "'",
      '"',
      "\\",
      "$(",
      "$( ",
      "-d",
      "a=,",
      "é",
      "`pwd` ",
      "((",
      "1.",
      "{{",
      "\u2013d ",
    ]) {
      const text = `docker run ${unit.repeat(longestCommand / unit.length)}`.slice(
        0,
        longestCommand,
      );
      const from = process.cpuUsage();
      const parsed = parseCommand(text);
      compareCommands(parsed, parsed);
      // Of this process alone, however busy the machine is; quadratic work takes seconds here.
      expect(process.cpuUsage(from).user).toBeLessThan(1_000_000);
    }
  });
});
