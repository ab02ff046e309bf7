import { expect, it } from "vitest";
import { twoHandles } from "#db/sample-database";
import { succeeded, takeAttempt } from "./throttle";

const now = 1_700_000_000_000;

it("of attempts that two processes take at once no more are let through than may be", async () => {
  const { one, other, end } = await twoHandles();
  const counted = [
    { limit: "log-in-account", who: "ann@x.org" },
    { limit: "log-in-network", address: "192.0.2.1" },
  ] as const;
  const take = (n: number) => takeAttempt(n % 2 ? one : other, { counted, now: now + n });
  const taken = await Promise.all(Array.from({ length: 40 }, (_, n) => take(n)));
  const allowed = taken.flatMap((attempt) => (attempt.allowed ? [attempt] : []));
  expect(allowed).toHaveLength(10);
  for (const attempt of taken) if (!attempt.allowed) expect(attempt.seconds).toBeGreaterThan(800);
  // One that succeeded makes room for one more, and for one alone.
  const [first] = allowed;
  if (!first) throw new Error("none was let through");
  await succeeded(one, first);
  const more = await Promise.all(Array.from({ length: 6 }, (_, n) => take(50 + n)));
  expect(more.filter(({ allowed }) => allowed)).toHaveLength(1);
  await end();
});
