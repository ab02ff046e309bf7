import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeTyped, type Typed } from "./grade-typed";
import { normaliseTyped } from "./normalise-typed";
import { typingSlips } from "./typing-slip";

const card: Typed = {
  accept: ["hypervisor", "virtual machine monitor", "copy-on-write"],
  refuse: [{ text: "supervisor", why: "That one starts processes." }],
  exact: false,
};
const grade = (text: string, other: Partial<Typed> = {}) => gradeTyped({ ...card, ...other }, text);

describe("normaliseTyped", () => {
  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = normaliseTyped(text, true);
        expect(normaliseTyped(once, true)).toBe(once);
      }),
    );
  });

  it.each(["\uFF62", "1\u00BD", "\u0149", "\u2057", "\u2460\u{1D2C0}"])(
    "nor where %j has a plain form",
    (text) => {
      const once = normaliseTyped(text, true);
      expect(normaliseTyped(once, true)).toBe(once);
    },
  );

  it.each([
    ["  The  Kernel. ", "kernel"],
    ["“the kernel”", "kernel"],
    ["docker run —rm", "docker run --rm"],
    ["copy\u2011on\u2011write", "copy-on-write"],
    ["the host\u00A0OS", "host os"],
    ["don’t", "dont"],
    ["a", "a"],
    ["docker build .", "docker build ."],
    ["`namespaces`", "namespaces"],
  ])("reads %j as %j", (text, form) => {
    expect(normaliseTyped(text, false)).toBe(form);
  });
});

describe("typingSlips", () => {
  const letters = fc.stringMatching(/^[b-h]{1,14}$/);

  it("is 0 between equals alone, and never more than two for a word", () => {
    fc.assert(
      fc.property(letters, letters, (given, meant) => {
        const slips = typingSlips(given, meant);
        expect(slips === 0).toBe(given === meant);
        if (slips !== null) expect(slips).toBeLessThanOrEqual(meant.length >= 10 ? 2 : 1);
      }),
    );
  });

  it("forgives one letter left out of five or more", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[b-h]{5,14}$/), fc.nat(13), (meant, at) => {
        const place = at % meant.length;
        expect(typingSlips(meant.slice(0, place) + meant.slice(place + 1), meant)).toBe(1);
      }),
    );
  });

  it.each([
    ["hypervosir", "hypervisor", 2],
    ["hypervisro", "hypervisor", 1],
    ["kernle", "kernel", 1],
    ["kenrle", "kernel", null],
    ["lxd", "lxc", null],
    ["ipv6", "ipv4", null],
    ["version2", "version1", null],
    ["privileged", "unprivileged", null],
    ["unprivileged", "privileged", null],
    ["copy on write", "copy-on-write", 1],
    ["copy write", "copy-on-write", null],
    ["virtual machne", "virtual machine", 1],
  ])("between %j and %j: %s", (given, meant, slips) => {
    expect(typingSlips(given, meant)).toBe(slips);
  });
});

describe("gradeTyped", () => {
  it("takes any accepted answer, however it is written", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...card.accept),
        fc.constantFrom("", "the ", " a "),
        fc.constantFrom("", ".", "  "),
        fc.boolean(),
        (text, before, after, loud) => {
          const given = `${before}${loud ? text.toUpperCase() : text}${after}`;
          expect(grade(given)).toEqual({ outcome: "correct", credit: 1, reasons: [], parts: [] });
        },
      ),
    );
  });

  it("forgives a slip and says the spelling", () => {
    expect(grade("hipervisor")).toMatchObject({
      outcome: "correct",
      reasons: ["It is spelled `hypervisor`."],
    });
  });

  it("says what is wrong about a refused answer, slip or not", () => {
    expect(grade("Supervisor")).toMatchObject({
      outcome: "wrong",
      reasons: ["That one starts processes."],
    });
    expect(grade("supervsor").reasons).toEqual(["That one starts processes."]);
  });

  it("forgives no slip that is as near to a refused answer", () => {
    const near = { accept: ["inbound"], refuse: [{ text: "unbound", why: "Not tied." }] };
    expect(grade("nbound", near)).toMatchObject({ outcome: "wrong", reasons: ["Not tied."] });
  });

  it.each(["", "   ", "\u200B", "''"])("cannot read %j", (text) => {
    expect(grade(text).outcome).toBe("unreadable");
  });

  it("counts every character where spelling is the point", () => {
    const exact = { accept: ["docker run -P"], refuse: [], exact: true };
    expect(grade(" docker  run –P", exact).outcome).toBe("correct");
    expect(grade("docker run -p", exact)).toMatchObject({
      outcome: "wrong",
      reasons: ["Here upper and lower case count, and every character."],
    });
    expect(grade("docker rum -P", exact)).toMatchObject({ outcome: "wrong", reasons: [] });
  });
});
