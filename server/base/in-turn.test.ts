import { expect, it } from "vitest";
import { inTurn } from "./in-turn";
import { TryLater } from "./try-later";

const ann = { learner: "ann", size: 100 };

/** Something that takes until it is let go. */
function held() {
  let letGo = () => {};
  const going = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { run: () => going, letGo: () => letGo() };
}

it("runs one at a time for a learner, in the order asked, whatever becomes of each", async () => {
  let running = 0;
  const order: number[] = [];
  const run = (n: number) => async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise((next) => setImmediate(next));
    running -= 1;
    order.push(n);
    if (n === 1) throw new Error("One fails.");
    return n;
  };
  const all = await Promise.allSettled([0, 1, 2].map((n) => inTurn(ann, run(n))));
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(order).toEqual([0, 1, 2]);
});

it("lets no learner wait for another one", async () => {
  const first = held();
  const slow = inTurn(ann, first.run);
  expect(await inTurn({ learner: "bob", size: 1 }, async () => "done")).toBe("done");
  first.letGo();
  await slow;
});

it("takes no more than so many, or so long ones, and then says when to come again", async () => {
  for (const [size, most] of [
    [1, 100],
    [1_048_576, 8],
  ] as const) {
    const first = held();
    const asked = { learner: "ann", size };
    const taken = Array.from({ length: most }, () => inTurn(asked, first.run));
    const refused = await inTurn(asked, first.run).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TryLater);
    expect(refused).toMatchObject({ kind: "unavailable", seconds: expect.any(Number) });
    first.letGo();
    await Promise.all(taken);
    expect(await inTurn(asked, async () => "room again")).toBe("room again");
  }
});
