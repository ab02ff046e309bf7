import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** Settings are read once in a process: the module is loaded anew with them. */
function cookiesAt(appUrl: string) {
  vi.resetModules();
  vi.stubEnv("APP_URL", appUrl);
  vi.stubEnv("AUTH_SECRET", "s".repeat(32));
  return import("./session-cookie");
}

it.each([
  ["https://mooring.example", /^__Host-mooring\.session=token; Path=\/; .*; Secure$/],
  ["http://mooring.example", /^mooring\.session=token; Path=\/; (?!.*Secure)/],
])("is for https alone where browsers come by it: %s", async (appUrl, expected) => {
  const { setSessionCookie, sessionCookieOptions, sessionToken } = await cookiesAt(appUrl);
  const cookie = setSessionCookie("token");
  expect(cookie).toMatch(expected);
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax;/);
  expect(sessionCookieOptions().secure).toBe(appUrl.startsWith("https"));
  // Under https a cookie that a neighbour's plain page could have set is none.
  expect(sessionToken("mooring.session=theirs") === null).toBe(appUrl.startsWith("https"));
});

it.each([
  ["https://mooring.example", /^__Host-mooring\.device=.*; Secure$/],
  ["http://mooring.example", /^mooring\.device=(?!.*Secure)/],
])("is so for the mark of a browser, too: %s", async (appUrl, expected) => {
  await cookiesAt(appUrl);
  const { setDeviceMark } = await import("./device-mark");
  const cookie = setDeviceMark({ cookies: null, userId: "ann", now: 1_700_000_000_000 });
  expect(cookie).toMatch(expected);
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax;/);
});
