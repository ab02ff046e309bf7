import { describe, expect, it } from "vitest";
import { commonPasswords, isCommonPassword } from "./common-passwords";
import { newPasswordSchema, passwordSchema } from "./credentials-schema";
import { unfitFor } from "./fit-password";

const why = (password: string) => {
  const parsed = newPasswordSchema.safeParse(password);
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? "");
};

describe("a password to be set", () => {
  it.each([
    ["eight characters of one kind", "wxqkvbzj"],
    ["digits alone", "4829105736"],
    ["a sentence with spaces", "  the quay is wet in the morning  "],
    ["256 characters", "x".repeat(256)],
    ["256 characters of two units each", "⚓️".repeat(128)],
    ["256 characters beyond the first plane", "🚢".repeat(256)],
    ["another script", "причал у моря"],
    ["what a manager makes", 'n$7"\\&<|>\u00a0%00;--🚢'],
  ])("may be %s", (_, password) => {
    expect(why(password)).toBeNull();
    expect(passwordSchema.safeParse(password).success).toBe(true);
  });

  it.each([
    ["seven characters", "wxqkvbz", /at least 8/],
    ["four of two units each", "🚢🚢🚢🚢", /at least 8/],
    ["eight that are four once they are composed", `${"e\u0301a\u0301".repeat(2)}xx`, /at least 8/],
    ["257 characters", "x".repeat(257), /at most 256/],
    ["half of a character", "moored at the quay \ud800", /broken/],
  ])("must not be %s", (_, password, reason) => {
    expect(why(password)).toMatch(reason);
  });

  it.each([
    "password",
    "PassWord1",
    "12345678",
    "iloveyou",
    "trustno1",
    "qwerty123",
    "1q2w3e4r5t",
    "00000000",
    "aaaaaaaa",
    "abcdefgh",
    "0987654321",
    "19841984",
    "1234512345",
    "qwertyqwerty",
    "lkjhgfdsa",
    "ｐａｓｓｗｏｒｄ",
  ])("must not be as common as %s", (password) => {
    expect(why(password)).toMatch(/commonest/);
  });

  it("is compared with a list of passwords long enough to be one", () => {
    const list = [...commonPasswords()];
    expect(list.length).toBeGreaterThan(10_000);
    expect(list.filter((word) => word.length < 8 || word !== word.toLowerCase())).toEqual([]);
    expect(list.filter((word) => !isCommonPassword(word))).toEqual([]);
    expect(list).not.toContain("");
  });
});

describe("a password and the address of its account", () => {
  it.each([
    ["ann.smith@example.org", "ann.smith@example.org"],
    ["ann.smith@example.org", "my Ann.Smith@Example.org!"],
    ["ann.smith@example.org", "annsmith2026"],
    ["ann.smith@example.org", "xx Ann-Smith xx"],
    ["ann.smith+mooring@example.org", "annsmith at the quay"],
    ["ann.smith@example.org", "example.org"],
    ["al@example.org", "al@example.org1"],
    ["ann@example.org", "Ann12345"],
  ])("of %s must not be %s", (email, password) => {
    expect(unfitFor(password, email)).toMatch(/your e-mail address/);
  });

  it.each([
    ["ann.smith@example.org", "moored at the quay"],
    ["al@example.org", "always99"],
    ["me@example.org", "meet me at the quay"],
    ["ann.smith@example.org", "!!!!!!!!????"],
  ])("of %s may be %s", (email, password) => {
    expect(unfitFor(password, email)).toBeNull();
  });
});
