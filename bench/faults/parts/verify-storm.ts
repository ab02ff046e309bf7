import { atLeast, type Figure, none } from "#bench/figures/figure";
import type { SqliteDatabase } from "#db/client";
import { isSound, logProblems } from "./check-log";
import { withDatabase } from "./scratch";
import type { Client } from "./stubborn-client";

/** `wanted`: reviews that are to be acknowledged at least. */
type Storm = { file: string; clients: readonly Client[]; wanted: number };

/** What became of what clients were told is stored: lost, doubled, folded, and whether the file is whole. */
export async function stormFigures(
  name: string,
  { file, clients, wanted }: Storm,
): Promise<Figure[]> {
  return withDatabase(file, async (database) => {
    const acknowledged = clients.flatMap((client) => client.acknowledged);
    const lost = acknowledged.filter((id) => countOf(database, id) === 0).length;
    const doubled = acknowledged.filter((id) => countOf(database, id) > 1).length;
    const learners = [...new Set(clients.map(({ account }) => account.id))];
    const problems: string[] = [];
    for (const learner of learners) problems.push(...(await logProblems(database, learner)));
    for (const problem of problems) console.log(problem);
    const unsound = isSound(database) ? 0 : 1;
    return [
      {
        ...{ name: `${name}: acknowledged`, value: acknowledged.length, unit: "reviews" },
        goal: atLeast({ value: acknowledged.length, limit: wanted, unit: "" }),
      },
      { name: `${name}: lost`, value: lost, unit: "", goal: none(lost) },
      { name: `${name}: doubled`, value: doubled, unit: "", goal: none(doubled) },
      {
        name: `${name}: no fold of the log`,
        value: problems.length,
        unit: "",
        goal: none(problems.length),
      },
      { name: `${name}: integrity faults`, value: unsound, unit: "", goal: none(unsound) },
    ];
  });
}

function countOf(database: SqliteDatabase, id: string): number {
  const count = database.$client.prepare("select count(*) from entries where id = ?");
  return Number(count.pluck().get(id));
}
