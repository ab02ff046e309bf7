import { describe, expect, it } from "vitest";
import { type Ending, readEnding, writeEnding } from "./ending";

describe("a logging out that waits", () => {
  it.each<Ending>([
    { account: "7f0c-1", sessions: "here", at: 0 },
    { account: "a.b; c", sessions: "all", at: 1_766_000_000_000 },
  ])("is read as it was written: %o", (ending) => {
    expect(writeEnding(ending)).not.toMatch(/[;, ]/);
    expect(readEnding(writeEnding(ending))).toEqual(ending);
  });

  it.each([undefined, "", "here", "here.", "here.1.", "here.a", "elsewhere.1.a", "%"])(
    "is not read from %s",
    (value) => {
      expect(readEnding(value)).toBeNull();
    },
  );
});
