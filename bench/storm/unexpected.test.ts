import { expect, it } from "vitest";
import { unexpectedIn } from "./unexpected";

const away =
  '{"level":50,"event":"said","text":"PostgresError: The connection was lost. (AWAY) at x"}';
const broken = '{"level":50,"event":"said","text":"TypeError: x is not a function at y"}';

it("shows what a storm does not explain, and no more of it than can be read", () => {
  const log = ["Mooring is ready.", '{"level":30,"event":"registered"}', away, broken, away];
  expect(unexpectedIn(log.join("\n"))).toEqual([broken]);
  const many = unexpectedIn(`${broken}\n`.repeat(25));
  expect(many).toHaveLength(21);
  expect(many.at(-1)).toBe("and 5 more");
});
