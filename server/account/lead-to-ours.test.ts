import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { handleAuth, leadToOurs } from "./auth";

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
