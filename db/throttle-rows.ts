import { lt } from "drizzle-orm";
import { writeOne } from "./batch";
import type { Database } from "./client";
import { throttle } from "./schema";

/** Forgets the attempts whose time had run out by a moment. */
export async function sweepThrottle(database: Database, before: number): Promise<void> {
  const sweep = database.delete(throttle).where(lt(throttle.expire, before));
  await writeOne(database, () => sweep.run());
}
