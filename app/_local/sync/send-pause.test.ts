import { expect, it } from "vitest";
import { sendPause } from "./send-pause";

/** Requests of a session in which every answer takes as long, in milliseconds. */
function requestsOf(answers: number, each: number): number {
  let exchanges = 0;
  let unsent = 0;
  for (let answer = 0; answer < answers; answer++) {
    unsent += 1;
    // The next answer comes later than the pause: what is there has been sent by then.
    if (sendPause({ exchanges, unsent }) >= each) continue;
    exchanges += 1;
    unsent = 0;
  }
  return exchanges + (unsent > 0 ? 1 : 0);
}

it("sends the first answers of a page soon", () => {
  expect(sendPause({ exchanges: 0, unsent: 1 })).toBeLessThanOrEqual(5_000);
});

it.each([1_000, 5_000, 10_000, 30_000])(
  "asks less than once in ten answers of a long session at %i ms each",
  (each) => {
    expect(requestsOf(200, each) / 200).toBeLessThan(0.1);
  },
);

it("sends what is there when the learner rests", () => {
  expect(sendPause({ exchanges: 50, unsent: 1 })).toBeLessThanOrEqual(60_000);
});
