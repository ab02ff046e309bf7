import { beforeAll, describe, expect, it } from "vitest";
import { thatMustChange } from "./commit";
import { emptyPostgres } from "./sample-postgres";
import { statementTexts } from "./sample-statements";

/** What the statements may call, and the words that stand before a bracket. */
const known = new Set([
  ...["any", "cast", "coalesce", "count", "octet_length", "sum"],
  ...["and", "as", "conflict", "exists", "from", "ids", "in", "select", "values", "where"],
]);

/** Tables whose rows are one learner's: an engine may keep those of different learners apart. */
const ofLearner = /"(?:entries|card_states|daily_totals|logs)"/;

let texts: string[];

beforeAll(async () => {
  texts = await statementTexts();
});

const failing = (isRight: (text: string) => boolean) => texts.filter((text) => !isRight(text));

describe("every statement that is sent to PostgreSQL", () => {
  it("is one of four kinds, alone, and there are many", () => {
    expect(texts.length).toBeGreaterThan(50);
    expect(
      failing((text) => /^(?:select|insert into|update|delete from) [^;]*$/s.test(text)),
    ).toEqual([]);
  });

  it("is understood, with the types of all its values", async () => {
    const { database } = await emptyPostgres();
    const plain = texts.map((text, place) => ({
      text: `prepare s${place} as ${text}`,
      values: [],
    }));
    await database.pool.hold(({ send }) => send(plain));
  });

  it("is understood as one that fails where it changes nothing, whatever it writes", async () => {
    const { database } = await emptyPostgres();
    const guarded = texts
      .filter((text) => !text.startsWith("select"))
      .map((text, place) => ({ text: `prepare g${place} as ${thatMustChange(text)}`, values: [] }));
    await database.pool.hold(({ send }) => send(guarded));
    expect(thatMustChange("update x set y = 1")).toBe(
      "with changed as (update x set y = 1 returning 1) select count(*), 1 / count(*) from changed",
    );
  });

  it("calls nothing but what every engine has", () => {
    const called = texts.flatMap((text) => [...text.matchAll(/\b([a-z_]+)\s*\(/g)]);
    expect(
      [...new Set(called.map(([, name]) => name))].filter((name) => !known.has(name ?? "")),
    ).toEqual([]);
  });

  it("has nothing of one engine's own", () => {
    const own =
      /\b(?:rowid|iif|json_each|ilike|returning|for (?:update|share)|lateral|only|using|::|tablesample)\b/i;
    expect(failing((text) => !own.test(text))).toEqual([]);
  });

  it("names the learner whose rows it is about", () => {
    const scoped = /"learner" = \$|e\.learner = \$|^insert into "\w+" \("learner"/;
    // A move goes through whole tables, by their keys.
    const moved = /^select .+ from "(\w+)" (?:where \(("\1"[^)]+)\) > \([$\d, ]+\) )?order by/;
    const isFree = (text: string) => !ofLearner.test(text) || moved.test(text);
    expect(failing((text) => isFree(text) || scoped.test(text))).toEqual([
      // Page by page over all learners, for the author's statistics.
      'select "learner" from "logs" where ("logs"."learner" > $1 and "logs"."version" >= $2) order by "logs"."learner" limit $3',
    ]);
  });

  it("leaves no row to another order than that of bytes and numbers", () => {
    // A text that is given has no column's order: it is named.
    expect(failing((text) => !/cast\(\$\d+ as text\)(?! collate "C")/.test(text))).toEqual([]);
  });
});
