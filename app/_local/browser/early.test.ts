import { afterEach, expect, it, vi } from "vitest";
import { takeEarly } from "./early";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("hands out what was asked early once", async () => {
  const answer = new Response("{}");
  vi.stubGlobal("mooringEarly", { "/a": Promise.resolve(answer) });
  expect(await takeEarly("/b")).toBeNull();
  expect(await takeEarly("/a")).toBe(answer);
  expect(await takeEarly("/a")).toBeNull();
});

it("has nothing where nothing was asked, or no answer came", async () => {
  expect(await takeEarly("/a")).toBeNull();
  vi.stubGlobal("mooringEarly", { "/a": Promise.reject(new TypeError("offline")) });
  expect(await takeEarly("/a")).toBeNull();
});
