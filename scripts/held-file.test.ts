import { describe, expect, it, vi } from "vitest";
import { announce, announced, oneAtATime } from "./held-file.mjs";

const name = `test-${process.pid}`;

describe("oneAtATime", () => {
  it("runs one task at a time, lets the others wait, and gives each its result", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    let running = 0;
    const task = async (result: number) => {
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      return result;
    };
    const results = [1, 2, 3].map((result) => oneAtATime(name, () => task(result)));
    expect(await Promise.all(results)).toEqual([1, 2, 3]);
    expect(log).toHaveBeenCalledWith(`Waiting for another ${name} of this project to end.`);
  });

  it("lets the next one in after a task that failed", async () => {
    const failing = oneAtATime(name, () => Promise.reject(new Error("planted")));
    await expect(failing).rejects.toThrow("planted");
    expect(await oneAtATime(name, async () => "in")).toBe("in");
  });
});

describe("announced", () => {
  it("does not count this process itself", () => {
    const release = announce(name);
    expect(announced(name)).toEqual([]);
    release();
  });
});
