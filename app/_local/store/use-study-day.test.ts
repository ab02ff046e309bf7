import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchStudyDay } from "./use-study-day";

const hour = 3_600_000;
/** Of the zone in which the tests run. */
const at = (day: number, hours: number) => new Date(2026, 6, day, hours).getTime();

/** What listens to the page: its state is told by hand. */
let page: EventTarget;
const begun = vi.fn();
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", page);
  begun.mockClear();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("tells of each day once, as it begins at 4 am", () => {
  vi.setSystemTime(at(1, 23));
  stop = watchStudyDay(begun);
  vi.advanceTimersByTime(5 * hour - 1);
  expect(begun).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(begun).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(24 * hour - 2_000);
  expect(begun).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2_000);
  expect(begun).toHaveBeenCalledTimes(2);
});

it("tells of it as the page is seen again, after a sleep in which no timer ran", () => {
  vi.setSystemTime(at(1, 23));
  stop = watchStudyDay(begun);
  vi.setSystemTime(at(2, 9));
  page.dispatchEvent(new Event("visibilitychange"));
  page.dispatchEvent(new Event("pageshow"));
  expect(begun).toHaveBeenCalledTimes(1);
});

it("says nothing while the day is the same, nor once nobody listens", () => {
  vi.setSystemTime(at(1, 9));
  stop = watchStudyDay(begun);
  page.dispatchEvent(new Event("visibilitychange"));
  stop();
  vi.setSystemTime(at(3, 9));
  page.dispatchEvent(new Event("visibilitychange"));
  vi.advanceTimersByTime(48 * hour);
  expect(begun).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

it("begins anew for who listens later", () => {
  vi.setSystemTime(at(1, 9));
  watchStudyDay(begun)();
  vi.setSystemTime(at(3, 9));
  stop = watchStudyDay(begun);
  page.dispatchEvent(new Event("visibilitychange"));
  expect(begun).not.toHaveBeenCalled();
});
