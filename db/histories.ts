import { desc } from "drizzle-orm";
import type { Write } from "./batch";
import type { Database } from "./client";
import { prepareOnce } from "./prepare-once";
import { histories } from "./schema";

const newest = prepareOnce((database) =>
  database
    .select({ id: histories.id })
    .from(histories)
    .orderBy(desc(histories.begunAt), desc(histories.id))
    .limit(1)
    .prepare(),
);

/** Which history the database tells: empty until it was first put back from a backup. */
export async function readHistory(database: Database): Promise<string> {
  return (await newest(database).get())?.id ?? "";
}

/** From now on it is another one: devices learn by it that what they sent may be gone. */
export function beginHistory(database: Database, { id, at }: { id: string; at: number }): Write[] {
  return [
    () => database.delete(histories).run(),
    () => database.insert(histories).values({ id, begunAt: at }).run(),
  ];
}
