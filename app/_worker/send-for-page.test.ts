import { afterEach, expect, it, vi } from "vitest";
import { bodyToSend, sendForPage } from "./send-for-page";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("reads what a page asks to have sent, and no other message", () => {
  expect(bodyToSend({ type: "SEND", body: '{"entries":[]}' })).toBe('{"entries":[]}');
  const others = [
    null,
    "SEND",
    1,
    { type: "SKIP_WAITING" },
    { type: "SEND", body: 1 },
    { body: "" },
  ];
  for (const other of others) expect(bodyToSend(other)).toBe(null);
});

it("takes a network that is gone for no fault", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(sendForPage("{}")).resolves.toBeUndefined();
});
