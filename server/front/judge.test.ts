import { BlockList } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemText } from "#core/text/site/problem-text";
import { type Head, type SampleFront, startFront } from "./sample-front";

let front: SampleFront;
beforeAll(async () => {
  front = await startFront({
    handle: async (_, response) => response.writeHead(200).end("let in"),
  });
});
afterAll(() => front.stop());

const ask = (head: Head, at = front) => at.ask(head);

describe("a malformed address", () => {
  it.each([
    ["/deck/%", "half an escape"],
    ["/deck/%ff", "bytes that are no text"],
    ["/deck-data/%", "half an escape"],
    ["/api/auth/%E0%A4%A", "half a character"],
    ["/deck/%00", "a zero"],
    ["/deck/%0d%0aSet-Cookie:x", "a line's end"],
    ["/deck/%5c", "a back slash"],
    ["/%61pi/auth/_log", "another spelling"],
    ["/api/%5flog", "another spelling"],
    ["/x/../api/auth/signout", "a step back"],
    ["/x/%2e%2e/api/auth/signout", "a step back in another spelling"],
    ["/deck/%5Btopic%5D", "a name of Next's"],
    ["//elsewhere.example/", "another host"],
    ["/deck//lxc", "an empty step"],
    ["*", "no address"],
    ["http://elsewhere.example/", "another server"],
    ["/deck/\u00ff", "an unescaped byte"],
  ])("is answered 400 in words: %s (%s)", async (path) => {
    const { status, body } = await ask({ path });
    expect(status).toBe(400);
    expect(body).toMatch(/^This (address|request) is malformed\.\n$|"message":"This address/);
  });

  it("is none whose letters are escaped that have to be", async () => {
    expect((await ask({ path: "/deck/%C3%A9?q=%" })).body).toContain("let in");
  });
});

describe("an address", () => {
  it("of more than 2,048 characters is answered 414 in words", async () => {
    const { status, body } = await ask({ path: `/study?${"a".repeat(2_048)}` });
    expect(status).toBe(414);
    expect(body).toBe(`${problemText().addressTooLong}\n`);
    expect((await ask({ path: `/api/auth/csrf?${"a".repeat(2_048)}` })).status).toBe(414);
    expect((await ask({ path: `/study?${"a".repeat(2_041)}` })).status).toBe(200);
  });

  it.each(["&", ";"])("of more than 50 parameters is answered 400: between %s", async (between) => {
    const query = (count: number) => Array(count).fill("a").join(between);
    for (const path of ["/study", "/nowhere", "/api/auth/csrf"]) {
      expect((await ask({ path: `${path}?${query(51)}` })).status).toBe(400);
      expect((await ask({ path: `${path}?${query(50)}` })).status).toBe(200);
    }
  });
});

describe("the router's state", () => {
  const state = (text: string) => ({ more: `RSC: 1\r\nNext-Router-State-Tree: ${text}\r\n` });

  it.each([
    '["",{"children":["deck",{"children":["__PAGE__",{},null,"refetch"]}]},null,null,16]',
    '["",{"children":[["topic","lxc","d",["a"]],{}]},["/","/"],"metadata-only",0,"x"]',
    '["",{}]',
  ])("is let in as the router sends it: %s", async (text) => {
    expect((await ask(state(encodeURIComponent(text)))).status).toBe(200);
  });

  it.each([
    "",
    "%",
    "%7B",
    "1",
    '["",7]',
    '["",[]]',
    '["",{},1,2,3,4,5]',
    '["",{"a":7}]',
    '["",{},null,"other"]',
    '[["a","b","x",null],{}]',
    "[".repeat(8_000),
    `["${"a".repeat(9_000)}",{}]`,
    `["",{}]\r\nNext-Router-State-Tree: ["",{}]`,
  ])("is answered 400 in words where it is none: %s", async (text) => {
    const { status, body } = await ask(state(text));
    expect(status).toBe(400);
    expect(body).toBe(`${problemText().badRequest}\n`);
  });
});

describe("what is not there", () => {
  it.each([
    "/_global-error",
    "/_not-found",
    "/_error",
    "/_next/image?url=x",
    "/_next/data/x/progress.json",
    "/deck-data/x",
    "/api/nowhere",
    "/api/auth/_log",
    "/api/auth/signout",
    "/api/auth/signin",
    "/api/auth/signin/credentials",
    "/api/auth/verify-request",
    "/api/auth/error",
    "/api/auth/callback/other",
    "/api/auth/csrf/",
  ])("is answered 404 by no library: %s", async (path) => {
    const { status, body, headers } = await ask({ path });
    expect(status).toBe(404);
    expect(body).toContain(problemText().notFound);
    const json = path.startsWith("/api/");
    expect(headers.get("content-type")).toBe(
      json ? "application/json" : "text/plain; charset=utf-8",
    );
    if (json) expect((await ask({ path, method: "POST" })).status).toBe(404);
  });
});

describe("a method", () => {
  it.each([
    ["POST", "/worker.js", "GET, HEAD"],
    ["POST", "/study", "GET, HEAD"],
    ["PUT", "/api/sync", "POST"],
    ["DELETE", "/api/sync", "POST"],
    ["OPTIONS", "/api/sync", "POST"],
    ["GET", "/api/sync", "POST"],
    ["POST", "/api/account/export", "GET, HEAD"],
    ["TRACE", "/", "GET, HEAD"],
    ["PROPFIND", "/", "GET, HEAD"],
    ["POST", "/api/health", "GET, HEAD"],
    ["POST", "/api/auth/csrf", "GET, HEAD"],
    ["GET", "/api/auth/callback/credentials", "POST"],
  ])("that an address does not take is answered 405: %s %s", async (method, path, allowed) => {
    const { status, headers, body } = await ask({ method, path });
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe(allowed);
    expect(body).toContain(problemText().notAllowed(allowed));
  });
});

describe("a host", () => {
  it.each(["here", "here:3000", "127.0.0.1:3000", "[::1]:3000", "a.b-c.example."])(
    "that a browser could send is let in: %s",
    async (name) => {
      expect((await ask({ host: `Host: ${name}\r\n` })).status).toBe(200);
    },
  );

  it.each(["a b", "a/b", "a@b", "a:b", "a:123456", "[x]", "", "é", "here:99999", "a, b", "'\""])(
    "that none could send is answered 400: %j",
    async (name) => {
      expect((await ask({ host: `Host: ${name}\r\n` })).status).toBe(400);
    },
  );

  it("is named once", async () => {
    expect((await ask({ host: "Host: a\r\nHost: b\r\n" })).status).toBe(400);
    expect((await ask({ host: "" })).status).toBe(400);
  });
});

it("an expectation that nobody meets is answered 417", async () => {
  expect((await ask({ more: "Expect: wonders\r\n" })).status).toBe(417);
});

describe("a request that changes something", () => {
  const post = { method: "POST", path: "/api/sync" };
  const own = "Origin: http://here\r\n";
  const site = (name: string) => `Sec-Fetch-Site: ${name}\r\n`;

  it.each([
    ["cross-site", site("cross-site")],
    ["same-site", site("same-site")],
    ["by the address bar", site("none")],
    ["another host", "Origin: http://elsewhere.example\r\n"],
    ["another scheme", "Origin: https://here\r\n"],
    ["another port", "Origin: http://here:81\r\n"],
    ["nowhere", "Origin: null\r\n"],
    ["another host that says it is ours", `Origin: http://x\r\n${site("same-origin")}`],
    ["our host, by another site", own + site("cross-site")],
  ])("is refused from %s", async (_, more) => {
    const { status, body } = await ask({ ...post, more });
    expect(status).toBe(403);
    expect(body).toContain(problemText().foreignOrigin);
  });

  it.each([
    ["a page of ours", own + site("same-origin")],
    ["no browser", ""],
    ["an old one", own],
  ])("is taken from %s", async (_, more) => {
    expect((await ask({ ...post, more })).status).toBe(200);
  });

  it("goes by APP_URL where that is set, and by its proxy's scheme where that is named", async () => {
    const named = await startFront({ site: { appUrl: "https://mooring.example" } });
    const origin = (text: string) => ({ ...post, more: `Origin: ${text}\r\n` });
    expect((await ask(origin("https://mooring.example"), named)).status).toBe(200);
    expect((await ask(origin("http://here"), named)).status).toBe(403);
    await named.stop();

    const proxies = new BlockList();
    proxies.addAddress("127.0.0.1");
    const behindProxy = await startFront({ site: { proxies } });
    const more = "Origin: https://here\r\nX-Forwarded-Proto: https\r\n";
    expect((await ask({ ...post, more }, behindProxy)).status).toBe(200);
    expect((await ask({ ...post, more })).status).toBe(403);
    await behindProxy.stop();
  });
});
