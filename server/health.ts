import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { isAlive } from "#db/alive";
import { database } from "#server/base/database";
import { failure } from "#server/http/problem-response";

export type Health = { ok: true; version: string } | { ok: false; message: string };

let known: string | null = null;

/** Whether the database answers, and which version of the program asks. */
export async function health(): Promise<Health> {
  try {
    await isAlive(database());
    known ??= readVersion();
    return { ok: true, version: known };
  } catch (error) {
    return { ok: false, message: failure(error).message };
  }
}

function readVersion(): string {
  const file = path.join(process.cwd(), "package.json");
  const found: unknown = JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8"));
  return z.object({ version: z.string() }).parse(found).version;
}
