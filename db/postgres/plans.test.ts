import { expect, it } from "vitest";
import { emptyPostgres } from "./sample-postgres";
import { statementTexts } from "./sample-statements";

type Plan = {
  "Node Type": string;
  "Index Cond"?: string;
  "Relation Name"?: string;
  Plans?: Plan[];
};

/** Scans that read all of a table or of an index, though they need not take the whole of it. */
function wholeScans(plan: Plan, isBounded = false): string[] {
  const { "Node Type": type, "Index Cond": cond, Plans: below = [] } = plan;
  const isScan = /^(?:Seq Scan|(?:Bitmap )?Index (?:Only )?Scan)$/.test(type);
  const own = isScan && cond === undefined && !(isBounded && type !== "Seq Scan") ? [type] : [];
  // What is read in the order of an index, and as far as a limit says, is no whole scan.
  const passes = type === "Limit" || (isBounded && type === "Result");
  return [...own, ...below.flatMap((one) => wholeScans(one, passes))];
}

/** Statements that are about all of a table, which is small, or about all of it once. */
const aboutAll = [
  /^select "id" from "histories" order by/,
  /^delete from "(?:sessions|account_links|histories)"$/,
  /^select .* from "reports" order by/,
];

it("no statement reads a whole table", async () => {
  const { database } = await emptyPostgres();
  const texts = await statementTexts();
  const found = await database.pool.hold(async ({ send }) => {
    const plain = (text: string) => ({ text, values: [] });
    // Where there is another way at all, it is taken.
    await send([
      plain("set enable_seqscan = off"),
      plain("set plan_cache_mode = force_generic_plan"),
    ]);
    const bad: string[] = [];
    for (const [place, text] of texts.entries()) {
      const many = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
      const given = many === 0 ? "" : `(${Array.from({ length: many }, () => "null").join()})`;
      const [, answer] = await send([
        plain(`prepare p${place} as ${text}`),
        plain(`explain (format json) execute p${place}${given}`),
      ]);
      const [{ Plan: plan }] = JSON.parse(String(answer?.rows[0]?.[0])) as [{ Plan: Plan }];
      if (wholeScans(plan).length > 0 && !aboutAll.some((one) => one.test(text))) {
        bad.push(`${text}\n${JSON.stringify(plan)}`);
      }
    }
    await send([plain("deallocate all"), plain("reset all")]);
    return bad;
  });
  expect(found).toEqual([]);
});
