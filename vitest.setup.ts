import { afterEach, beforeEach, expect, vi } from "vitest";

// What is written to console.error is a fault that nobody looks at: a test that causes one fails.
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
