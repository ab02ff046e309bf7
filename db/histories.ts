import { desc } from "drizzle-orm";
import type { Database } from "./client";
import { placeholders } from "./placeholders";
import { prepareOnce, prepareWrite } from "./prepare-once";
import { histories } from "./schema";
import type { Write } from "./write";

const newest = prepareOnce((builder) =>
  builder
    .select({ id: histories.id })
    .from(histories)
    .orderBy(desc(histories.begunAt), desc(histories.id))
    .limit(1),
);

const forget = prepareWrite((builder) => builder.delete(histories));
const add = prepareWrite((builder) => builder.insert(histories).values(placeholders(histories)));

/** Which history the database tells: empty until it was first put back from a backup. */
export async function readHistory(database: Database): Promise<string> {
  return (await newest(database).get())?.id ?? "";
}

/** From now on it is another one: devices learn by it that what they sent may be gone. */
export function beginHistory(database: Database, { id, at }: { id: string; at: number }): Write[] {
  return [forget(database), add(database, { id, begunAt: at })];
}
