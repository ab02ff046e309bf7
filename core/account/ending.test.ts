import { describe, expect, it } from "vitest";
import { type Ending, readEnding, writeEnding } from "./ending";

describe("a logging out that waits", () => {
  it.each<Ending>([
    { account: "7f0c-1", sessions: "here" },
    { account: "a.b; c", sessions: "all" },
  ])("is read as it was written: %o", (ending) => {
    expect(writeEnding(ending)).not.toMatch(/[;, ]/);
    expect(readEnding(writeEnding(ending))).toEqual(ending);
  });

  it.each([undefined, "", "here", "here.", "elsewhere.a", "%"])("is not read from %s", (value) => {
    expect(readEnding(value)).toBeNull();
  });
});
