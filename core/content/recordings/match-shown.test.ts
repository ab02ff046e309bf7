import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskLines, maskTyped } from "./mask-lines";
import { matchShown } from "./match-shown";

const line = fc
  .array(fc.constantFrom("web", "Up", "nginx:1.27", "0.0.0.0:8080->80/tcp", "…", "(1)"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join("  "));
const lines = fc.array(line, { minLength: 1, maxLength: 6 });
const isMark = (text: string) => text.trim() === "…";

describe("what a text shows", () => {
  test("is what was recorded where it is the same", () => {
    fc.assert(
      fc.property(lines, (recorded) => {
        fc.pre(!recorded.some(isMark));
        expect(matchShown(recorded, recorded)).toBeNull();
      }),
    );
  });

  test("may leave out any stretch of lines by a mark, and none without", () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat({ max: 5 }), (recorded, first, more) => {
        fc.pre(!recorded.some(isMark) && new Set(recorded).size === recorded.length);
        const at = first % recorded.length;
        const rest = recorded.slice(at + 1 + more);
        const above = recorded.slice(0, at);
        expect(matchShown([...above, "…", ...rest], recorded)).toBeNull();
        expect(matchShown([...above, ...rest], recorded)).not.toBeNull();
      }),
    );
  });

  test("has no line that was not shown", () => {
    fc.assert(
      fc.property(lines, fc.nat(), (recorded, place) => {
        const at = place % (recorded.length + 1);
        const told = [...recorded.slice(0, at), "another", ...recorded.slice(at)];
        expect(matchShown(told, recorded)).not.toBeNull();
      }),
    );
  });

  test("may break a long line, and no short one", () => {
    const long = `${"Error response from daemon: ".repeat(4)}no`;
    expect(matchShown([long.slice(0, 40), long.slice(40)], [long])).toBeNull();
    expect(matchShown(["a line", "in two"], ["a line in two"])).toEqual({
      line: 0,
      expected: "a line in two",
    });
  });
});

test.each([
  ["5c1d7be0f2a3  Up 2 minutes", "07f3b82ce915  Up 3 weeks"],
  ["api  241.7MiB / 256MiB  94.41%", "api  608KiB / 256MiB  0.23%"],
  ["real    0m10.312s", "real    0m9.9s"],
  ["%Cpu(s):100.0 us,  0.0 sy", "%Cpu(s): 21.0 us,  4.0 sy"],
  ["swarm 10.0.0.5:2377", "swarm 192.168.65.11:2377"],
])("%s and %s say the same", (one, other) => {
  expect(maskLines([one])).toEqual(maskLines([other]));
});

test.each([
  ["5c1d7be0f2a3", "5c1d7be0f2"],
  ["0.0.0.0:8080->80/tcp", "127.0.0.1:8080->80/tcp"],
  ["Exited (1) 2 days ago", "Exited (0) 2 days ago"],
  ["layer  0B", "layer  12kB"],
  ["nginx:1.27", "nginx:1.26"],
])("%s and %s do not", (one, other) => {
  expect(maskLines([one])).not.toEqual(maskLines([other]));
});

test("below a heading of process ids all are alike but number 1", () => {
  const shown = (pid: string) => maskLines(["PID  COMMAND", `${pid}  nginx`]);
  expect(shown("4711")).toEqual(shown("815"));
  expect(shown("1")).not.toEqual(shown("815"));
});

test("a token is whole, or cut with a sign", () => {
  const whole = `SWMTKN-1-${"a1".repeat(25)}-${"b2".repeat(12)}c`;
  expect(maskTyped(`join ${whole}`)).toBe("join <token>");
  expect(maskTyped("join SWMTKN-1-3pu6hs…-8kqlx1…")).toBe("join <token>");
  expect(maskTyped("join SWMTKN-1-3pu6hs-8kqlx1")).not.toBe("join <token>");
});
