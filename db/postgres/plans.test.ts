import { expect, it } from "vitest";
import { emptyPostgres } from "./sample-postgres";
import { statementTexts } from "./sample-statements";

type Plan = {
  "Node Type": string;
  "Index Cond"?: string;
  "Relation Name"?: string;
  "Index Name"?: string;
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

/** How each statement is gone about, whatever it is given. */
async function plansOf(texts: readonly string[]): Promise<Map<string, Plan>> {
  const { database } = await emptyPostgres();
  return database.pool.hold(async ({ send }) => {
    const plain = (text: string) => ({ text, values: [] });
    // Where there is another way at all, it is taken.
    await send([
      plain("set enable_seqscan = off"),
      plain("set plan_cache_mode = force_generic_plan"),
    ]);
    const plans = new Map<string, Plan>();
    for (const [place, text] of texts.entries()) {
      const many = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
      const given = many === 0 ? "" : `(${Array.from({ length: many }, () => "null").join()})`;
      const [, answer] = await send([
        plain(`prepare p${place} as ${text}`),
        plain(`explain (format json) execute p${place}${given}`),
      ]);
      const [{ Plan: plan }] = JSON.parse(String(answer?.rows[0]?.[0])) as [{ Plan: Plan }];
      plans.set(text, plan);
    }
    await send([plain("deallocate all"), plain("reset all")]);
    return plans;
  });
}

it("no statement reads a whole table", async () => {
  const plans = [...(await plansOf(await statementTexts()))];
  const bad = plans.filter(
    ([text, plan]) => wholeScans(plan).length > 0 && !aboutAll.some((one) => one.test(text)),
  );
  expect(bad).toEqual([]);
});

it("old reviews are passed over by an index alone, with no look at their rows", async () => {
  const texts = (await statementTexts()).filter((text) =>
    /^select "version" from "entries" where .*\$4 or .* not in \('review', 'void'\)/.test(text),
  );
  const [[, plan] = []] = [...(await plansOf(texts))];
  expect(plan?.Plans).toMatchObject([
    { "Node Type": "Index Only Scan", "Relation Name": "entries", "Index Name": "entries_version" },
  ]);
});
