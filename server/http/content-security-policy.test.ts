import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

/** Directive -> its sources. */
function parse(policy: string): Map<string, string[]> {
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources];
    }),
  );
}

describe("contentSecurityPolicy", () => {
  it("allows a prerendered page its own scripts and the hashed inline ones", () => {
    const policy = parse(
      contentSecurityPolicy({ hashes: ["sha256-a=", "sha256-b="], nonce: null }),
    );
    expect(policy.get("script-src")).toEqual(["'self'", "'sha256-a='", "'sha256-b='"]);
  });

  it("allows a rendered page those with the nonce", () => {
    const policy = parse(contentSecurityPolicy({ hashes: ["sha256-a="], nonce: "bm9uY2U=" }));
    expect(policy.get("script-src")).toEqual(["'self'", "'sha256-a='", "'nonce-bm9uY2U='"]);
  });

  it("allows nothing unsafe, no other origin, no frame and no base", () => {
    const text = contentSecurityPolicy({ hashes: [], nonce: "bm9uY2U=" });
    expect(text).not.toMatch(/unsafe|https?:|\*|ws:/);
    const policy = parse(text);
    expect(policy.get("default-src")).toEqual(["'self'"]);
    expect(policy.get("style-src")).toEqual(["'self'"]);
    for (const none of ["object-src", "base-uri", "frame-ancestors"]) {
      expect(policy.get(none)).toEqual(["'none'"]);
    }
    expect(policy.get("form-action")).toEqual(["'self'"]);
  });
});
