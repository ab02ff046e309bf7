import { describe, expect, it } from "vitest";
import { pageHeaders } from "./page-headers";

const scriptHashes = new Map([
  ["/study", ["sha256-study="]],
  ["/_not-found", ["sha256-start=", "sha256-lost="]],
  ["/_global-error", ["sha256-start=", "sha256-broken="]],
]);
const page = (path: string) => pageHeaders({ path, scriptHashes, nonce: "bm9uY2U=" });

describe("pageHeaders", () => {
  it("gives a prerendered page its own hashes, no nonce, and leave to be kept", () => {
    const { request, response } = page("/study");
    expect(request).toEqual({});
    expect(response["Content-Security-Policy"]).toContain("script-src 'self' 'sha256-study=';");
    expect(response["Cache-Control"]).toBe("public, max-age=0, must-revalidate");
  });

  it("gives any other page the nonce, in the request for Next and in the response alike", () => {
    const { request, response } = page("/progress");
    expect(request["X-Nonce"]).toBe("bm9uY2U=");
    expect(request["Content-Security-Policy"]).toContain("'nonce-bm9uY2U='");
    expect(response["Content-Security-Policy"]).toBe(request["Content-Security-Policy"]);
    expect(response["Cache-Control"]).toBeUndefined();
  });

  it("allows the prerendered answer to an unknown path, each of its scripts once", () => {
    expect(page("/nowhere").response["Content-Security-Policy"]).toContain(
      "script-src 'self' 'sha256-start=' 'sha256-lost=' 'sha256-broken=' 'nonce-bm9uY2U=';",
    );
  });
});
