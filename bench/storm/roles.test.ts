import { expect, it } from "vitest";
import { isInStep } from "./roles";

const leader = { leads: true, isSynchronous: false };
const standby = { leads: false, isSynchronous: true };
const away = { leads: false, isSynchronous: false };

it("takes a cluster for whole when one leads and another is its standby", () => {
  expect(isInStep([leader, standby])).toBe(true);
  expect(isInStep([standby, leader])).toBe(true);
});

it("does not where there is no leader, no standby, or a leader that still calls itself one", () => {
  expect(isInStep([leader, away])).toBe(false);
  expect(isInStep([away, standby])).toBe(false);
  expect(isInStep([away, { leads: true, isSynchronous: true }])).toBe(false);
});
