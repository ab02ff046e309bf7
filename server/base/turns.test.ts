import { expect, it } from "vitest";
import { TryLater } from "./try-later";
import { takeTurns } from "./turns";

/** Tasks that end when they are told to, and what became of them. */
function workshop(bounds: { atOnce: number; waiting: number; waitMs?: number }) {
  const turns = takeTurns({ ...bounds, seconds: 5 });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const task = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((end) => ends.set(name, () => end(name)));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    // Every promise that waits for it is done by then.
    await new Promise((done) => setImmediate(done));
  };
  return {
    begun,
    end,
    run: (rank: "known" | "stranger", name: string, who?: string) =>
      turns.run({ rank, ...(who && { who }) }, task(name)),
  };
}

it("runs so many at once and the others in turn, whoever is known here first", async () => {
  const { run, begun, end } = workshop({ atOnce: 2, waiting: 9 });
  const done = Promise.all([
    ...["a", "b", "c", "d"].map((name) => run("stranger", name)),
    run("known", "e"),
  ]);
  expect(begun).toEqual(["a", "b"]);
  await end("b");
  expect(begun).toEqual(["a", "b", "e"]);
  for (const name of ["a", "e"]) await end(name);
  expect(begun).toEqual(["a", "b", "e", "c", "d"]);
  for (const name of ["c", "d"]) await end(name);
  expect(await done).toEqual(["a", "b", "c", "d", "e"]);
});

it("tells who comes when too many wait, and keeps the places of the known", async () => {
  const { run, begun, end } = workshop({ atOnce: 1, waiting: 2 });
  const names = ["a", "b", "c"];
  const waiting = names.map((name) => run("stranger", name));
  await expect(run("stranger", "d")).rejects.toBeInstanceOf(TryLater);
  const known = run("known", "e");
  for (const name of ["a", "e", "b", "c"]) await end(name);
  expect(await Promise.all([...waiting, known])).toEqual([...names, "e"]);
  expect(begun).toEqual(["a", "e", "b", "c"]);
  const later = run("stranger", "f");
  await end("f");
  expect(await later).toBe("f");
});

it("goes on after a task that failed", async () => {
  const turns = takeTurns({ atOnce: 1, waiting: 1, seconds: 1 });
  const fail = () => Promise.reject(new Error("no"));
  await expect(turns.run({ rank: "known" }, fail)).rejects.toThrow("no");
  expect(await turns.run({ rank: "known" }, async () => 1)).toBe(1);
});

it("gives strangers every third turn, however many come who are known", async () => {
  const { run, begun, end } = workshop({ atOnce: 1, waiting: 99 });
  const done = [run("known", "k0"), run("stranger", "s0"), run("stranger", "s1")];
  for (let n = 0; n < 6; n += 1) {
    done.push(run("known", `k${n + 1}`));
    await end(begun.at(-1) ?? "");
  }
  expect(begun).toEqual(["k0", "k1", "s0", "k2", "k3", "s1", "k4"]);
  while (begun.length < done.length) await end(begun.at(-1) ?? "");
  await end(begun.at(-1) ?? "");
  await Promise.all(done);
});

it("runs one task at a time for each person, and lets few of theirs wait", async () => {
  const { run, begun, end } = workshop({ atOnce: 2, waiting: 99 });
  const names = Array.from({ length: 17 }, (_, n) => `a${n}`);
  const anns = names.map((name) => run("known", name, "ann"));
  await expect(run("known", "one more", "ann")).rejects.toBeInstanceOf(TryLater);
  const bobs = run("known", "b", "bob");
  expect(begun).toEqual(["a0", "b"]);
  await end("b");
  expect(begun).toEqual(["a0", "b"]);
  for (const name of names) await end(name);
  expect(await Promise.all([...anns, bobs])).toEqual([...names, "b"]);
});

it("tells who has waited too long to come again", async () => {
  const { run, begun, end } = workshop({ atOnce: 1, waiting: 9, waitMs: 1 });
  const first = run("known", "a");
  await expect(run("known", "b")).rejects.toBeInstanceOf(TryLater);
  await end("a");
  expect(await first).toBe("a");
  expect(begun).toEqual(["a"]);
});
