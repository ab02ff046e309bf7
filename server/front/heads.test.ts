import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Head, type SampleFront, standingNames, startFront } from "./sample-front";

let front: SampleFront;
beforeAll(async () => {
  front = await startFront({
    handle: async (_, response) => response.writeHead(200).end("let in"),
  });
});
afterAll(() => front.stop());

describe("every answer", () => {
  it.each<Head>([
    { path: "/" },
    { path: "/%" },
    { path: "/worker.js", method: "POST" },
    { path: "/deck-data/x" },
    { path: "/api/health" },
    { path: "/api/sync" },
    { path: "/api/auth/_log" },
    { host: "" },
  ])("carries what protects: %j", async (head) => {
    const { headers } = await front.ask(head);
    for (const header of standingNames) expect([...headers.keys()]).toContain(header);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.has("strict-transport-security")).toBe(false);
  });

  it("insists on https, for what is below as well, where browsers come by https", async () => {
    const site = { appUrl: "https://here", secure: true };
    const secure = await startFront({ site });
    for (const path of ["/", "/%", "/api/health", "/deck-data/x"]) {
      const { headers } = await secure.ask({ path });
      expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
    }
    expect(await secure.exchange("x\r\n\r\n")).toContain("Strict-Transport-Security: ");
    await secure.stop();
  });

  it("of the API is kept by nobody, whatever its handler says", async () => {
    const handle = async (_: unknown, response: ServerResponse) =>
      response.setHeader("cache-control", "public").end("{}");
    const one = await startFront({ handle });
    expect((await one.ask({ path: "/api/sync" })).headers.get("cache-control")).toBe("no-store");
    await one.stop();
  });
});

it("nothing behind is told what a stranger forwards", async () => {
  let seen: IncomingHttpHeaders = {};
  let url: string | undefined;
  const one = await startFront({
    handle: async (request, response) => {
      seen = request.headers;
      url = request.url;
      return response.end();
    },
  });
  const names = ["X-Forwarded-Host", "X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Nonce"];
  const more = names.map((name) => `${name}: evil.example\r\n`).join("");
  const ours = "__Host-mooring.session=1; mooring.zone=x; next-auth.csrf-token=2";
  const foreign =
    "a=evil; next-auth.callback-url=evil; mooring.session.0=evil; __prerender_bypass=evil";
  const cookie = `Cookie: ${foreign}; ${ours}\r\n`;
  const long = `User-Agent: evil${"x".repeat(1_021)}\r\n`;
  const policy = "Content-Security-Policy: evil.example\r\n";
  const path = "/api/auth/session?callbackUrl=evil";
  await one.ask({ path, more: more + policy + cookie + long });
  await one.stop();
  expect(JSON.stringify(seen)).not.toContain("evil");
  expect([url, seen.host, seen.cookie]).toEqual(["/api/auth/session", "here", ours]);
});
