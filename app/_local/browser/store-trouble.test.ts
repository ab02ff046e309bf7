import { expect, it } from "vitest";
import { browserText } from "#core/text/account/browser-text";
import { StoreError, storeError, troubleOf, troubleOpening } from "./store-trouble";

const named = (name: string, message = "") => new DOMException(message, name);

it.each([
  ["QuotaExceededError", "full"],
  ["InvalidStateError", "closed"],
  ["AbortError", "closed"],
  ["SecurityError", "forbidden"],
  ["NotAllowedError", "forbidden"],
  ["VersionError", "newer"],
  ["DataError", "unknown"],
])("takes a %s for %s", (name, trouble) => {
  expect(troubleOf(named(name))).toBe(trouble);
});

it("knows a store whose process has ended by what the browsers say of it", () => {
  const lost = "Connection to Indexed Database server lost. Refresh the page to try again";
  expect(troubleOf(named("UnknownError", lost))).toBe("closed");
  expect(troubleOf(named("UnknownError", "Internal error."))).toBe("unknown");
});

it("takes a browser that has no store, or refuses it, for one that forbids it", () => {
  const none = new ReferenceError("indexedDB is not defined");
  for (const error of [none, new TypeError("null"), named("InvalidStateError")]) {
    expect(troubleOpening(error)).toBe("forbidden");
  }
  expect(troubleOpening(named("QuotaExceededError"))).toBe("full");
});

it("has words of its own for each kind, and of no room for one alone", () => {
  const kinds = Object.entries(browserText().cannotOpen);
  expect(new Set(kinds.map(([, words]) => words)).size).toBe(kinds.length);
  expect(kinds.flatMap(([kind, words]) => (/\broom\b/.test(words) ? [kind] : []))).toEqual([
    "full",
  ]);
});

it("keeps the first words of an error that has some", () => {
  const first = new StoreError("newer", null);
  expect(storeError(first)).toBe(first);
  expect(storeError(named("VersionError")).message).toBe(browserText().cannotOpen.newer);
});
