import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { waitProblem } from "#server/http/problem-response";
import { asPutOff, handleAuth, leadToOurs } from "./auth";

it.each([
  ["http://evil.example/api/auth/error?error=Too%20many", "/login?failed"],
  ["http://evil.example/api/auth/signin?csrf=true", "/login?failed"],
  ["http://evil.example", "/"],
])("what next-auth leads to as %s is the page %s of ours", (location, ours) => {
  const response = new Response(null, { status: 302, headers: { location } });
  leadToOurs(response);
  expect(response.headers.get("location")).toBe(ours);
});

it("the ways to log in are told without the host that was named", async () => {
  const request = new NextRequest("http://evil.example/api/auth/providers");
  const params = Promise.resolve({ nextauth: ["providers"] });
  const told = await (await handleAuth(request, { params })).text();
  expect(told).toContain("credentials");
  expect(told).not.toContain("evil");
});

it("whoever has to wait is told so by the status, and when to come again", async () => {
  const given = Response.json({ url: "/?error=wait" }, { status: 401, headers: { "x-one": "1" } });
  const told = asPutOff(given, waitProblem(90));
  expect(told.status).toBe(429);
  expect(told.headers.get("retry-after")).toBe("90");
  expect(told.headers.get("x-one")).toBe("1");
  expect(await told.json()).toEqual({ url: "/?error=wait" });
});

it("where nobody knows when to come again, nothing is said of it", async () => {
  const problem = { error: "internal", message: "It failed." } as const;
  const told = asPutOff(new Response(null, { status: 401 }), problem);
  expect(told.status).toBe(500);
  expect(told.headers.has("retry-after")).toBe(false);
});
