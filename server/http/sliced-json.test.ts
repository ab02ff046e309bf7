import { expect, it } from "vitest";
import { makePace } from "#server/base/give-way";
import { TryLater } from "#server/base/try-later";
import { slicedJson } from "./sliced-json";
import { checkUnsent, mostUnsent } from "./unsent";

const written = (value: object, learner = "ann") =>
  slicedJson(value, { pace: makePace(), learner });
const long = { long: Array.from({ length: 90 }, () => "ä".repeat(50_000)) };
const reading = async (response: Response) => (response.body ?? expect.fail()).getReader();

it.each([
  [{}],
  [{ a: undefined, b: [], c: null }],
  [{ a: undefined, first: [1, "x", null, { y: [] }], last: true }],
  [
    {
      long: Array.from({ length: 5001 }, (_, n) => ({ n, text: `ä"${"x".repeat(50)}` })),
      after: 1,
    },
  ],
  [long],
])("writes what JSON.stringify writes, whole or in pieces", async (value) => {
  const response = await written(value);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.text()).toBe(JSON.stringify(value));
});

it("counts what one account has not taken, and refuses it more until it has", async () => {
  const first = await written(long);
  await expect(written(long)).rejects.toBeInstanceOf(TryLater);
  await first.text();
  const second = await written(long);
  // Whoever goes takes nothing more.
  await second.body?.cancel();
  await (await written(long)).text();
});

it("gives room back piece by piece", async () => {
  const reader = await reading(await written(long));
  expect(() => checkUnsent("ann", 2_000_000)).toThrow(TryLater);
  for (let taken = 0; taken < 2_000_000; ) taken += (await reader.read()).value?.byteLength ?? 0;
  expect(() => checkUnsent("ann", 2_000_000)).not.toThrow();
  await reader.cancel();
});

it("cuts the answer of which nothing was taken for longest where all are too many", async () => {
  const most = Math.floor(mostUnsent.inAll / JSON.stringify(long).length / 2);
  const readers = [];
  for (let n = 0; n < most; n += 1) readers.push(await reading(await written(long, `one-${n}`)));
  await readers[0]?.read();
  const last = await written(long, "last");
  await expect(readers[1]?.read()).rejects.toThrow();
  expect((await readers[0]?.read())?.done).toBe(false);
  expect((await last.text()).length).toBe(JSON.stringify(long).length);
  for (const reader of readers) await reader.cancel().catch(() => undefined);
});

it("ends an answer that nobody takes", async () => {
  const given = { pace: makePace(), learner: "ann", patienceMs: 1 };
  const response = await slicedJson(long, given);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await expect(response.text()).rejects.toThrow();
  await (await written(long)).text();
});
