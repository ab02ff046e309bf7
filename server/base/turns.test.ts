import { expect, it } from "vitest";
import { TryLater } from "./try-later";
import { takeTurns } from "./turns";

/** Tasks that end when they are told to, and what became of them. */
function workshop(bounds: { atOnce: number; waiting: number }) {
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
    run: (rank: "known" | "stranger", name: string) => turns.run(rank, task(name)),
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
  await expect(turns.run("known", fail)).rejects.toThrow("no");
  expect(await turns.run("known", async () => 1)).toBe(1);
});
